import { v5 } from 'uuid';
import { addressBySourceSystem } from './cells-by-source-system';
import type { BulkAnswer } from './refuse';

type Value = string | number | null;

/** A customer as it stands after it was created, in stored form. */
export interface CreatedCustomer {
  uuid: string;
  /** ms */
  createdAt: number;
  updatedAt: number;
  /** By field; what is kept as JSON is its text. */
  values: Readonly<Record<string, Value | undefined>>;
  addresses: readonly { number: number; type: string; values: Readonly<Record<string, Value | undefined>> }[];
}

const headers = { 'content-type': 'application/json; charset=utf-8' };

/**
 * The answer of contract B: the customers that were created, in the order of the request. Amounts belong to the receivables
 * side and are 0 here. It is as long as the request, so it is written part by part, and never there as objects.
 */
export async function answerBySourceSystem(
  parts: Iterable<readonly CreatedCustomer[]> | AsyncIterable<readonly CreatedCustomer[]>,
): Promise<BulkAnswer> {
  const written: Buffer[] = [];
  for await (const part of parts)
    if (part.length > 0) written.push(Buffer.from(part.map((each) => JSON.stringify(customerOf(each))).join(',')));
  const list = written.flatMap((part, at) => (at === 0 ? [part] : [comma, part]));
  return { status: 200, headers, body: Buffer.concat([opening, ...list, closing]) };
}

const [opening, comma, closing] = ['{"createCustomers":{"returning":[', ',', ']}}'].map((text) =>
  Buffer.from(text),
) as [Buffer, Buffer, Buffer];

/**
 * The answer of contract B to `?plan=1`: nothing is returned, because nothing was created; `plan` says how many would be. A
 * request that would be refused is refused, just as without it.
 */
export const planBySourceSystem = (count: number): BulkAnswer => ({
  status: 200,
  headers,
  body: { createCustomers: { returning: [] }, plan: { create: count } },
});

const customerOf = ({ uuid, createdAt, updatedAt, values, addresses }: CreatedCustomer) => ({
  addresses: addresses.map((address) => addressOf(uuid, address)),
  balance: 0,
  billToCustomerId: values.billToCustomerId ?? null,
  ccEmailAddresses: parsed(values.ccEmails) ?? [],
  createdAt: new Date(createdAt).toISOString(),
  customerRule: ruleOf(uuid, values['customerRule.dueOption']),
  emailAddress: values.email ?? null,
  id: uuid,
  metadata: parsed(values.metadata),
  name: values.name ?? null,
  overdueBalance: 0,
  overdueInvoiceCount: 0,
  sourceSystem: values.sourceSystem ?? null,
  sourceSystemId: values.sourceSystemId ?? null,
  updatedAt: new Date(updatedAt).toISOString(),
});

/** Parts of a customer have no id of their own in storage: theirs is made from the customer's, and is always the same. */
const partId = (uuid: string, part: string): string => v5(part, uuid);

const ruleOf = (uuid: string, dueOption: Value | undefined) =>
  typeof dueOption === 'number' ? { dueOption, id: partId(uuid, 'customerRule') } : null;

function addressOf(uuid: string, { number, type, values }: CreatedCustomer['addresses'][number]) {
  const of = (name: Exclude<keyof typeof addressBySourceSystem, 'type'>) => {
    const field = addressBySourceSystem[name];
    return values[field] ?? null;
  };
  return {
    city: of('city'),
    country: of('country'),
    id: partId(uuid, `address ${number}`),
    stateOrProvince: of('stateOrProvince'),
    streetLine1: of('streetLine1'),
    streetLine2: of('streetLine2'),
    type,
    zipOrPostalCode: of('zipOrPostalCode'),
  };
}

const parsed = (text: Value | undefined): unknown => (typeof text === 'string' ? JSON.parse(text) : null);
