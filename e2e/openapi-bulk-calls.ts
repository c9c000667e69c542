/** How the bulk contracts are called. */
import { newBlock } from './data';

export interface Call {
  status: number;
  path?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  body?: string;
  headers?: Record<string, string>;
  /** A key that may all that keys may, unless said. */
  as?: 'key' | 'administrator';
}

export const plan = { plan: 1 };
export const email = () => `called.${newBlock()}@example.com`;
const list = (count: number, customer: object) => Array.from({ length: count }, () => customer);

/** What every bulk contract refuses in the same way. */
const bulkRefusals = (json: unknown): Call[] => [
  { status: 400, body: '{' },
  { status: 400, json: {} },
  { status: 400, json, headers: { 'idempotency-key': 'not one word' } },
  { status: 400, body: 'x', headers: { 'content-encoding': 'gzip' } },
  { status: 415, json, headers: { 'content-encoding': 'br' } },
];
const twice = (one: unknown, other: unknown): Call[] => {
  const headers = { 'idempotency-key': `called ${newBlock()}`.replace(' ', '-') };
  return [
    { status: 200, json: one, headers },
    { status: 200, json: one, headers },
    { status: 422, json: other, headers },
  ];
};

const byId = async (): Promise<Call[]> => {
  const block = newBlock();
  const customers = [
    { id: block + 1, email: email(), addresses: [{ type: 'invoice', city: 'Ede' }], parent: { id: block + 2 } },
    { id: block + 2, email: 'nobody' },
    { id: block + 3, parent: { id: block + 9 } },
  ];
  return [
    { status: 200, json: { customers }, query: plan },
    { status: 200, json: { customers }, headers: { prefer: 'plan' } },
    { status: 200, json: { customers } },
    ...twice({ customers: [{ id: block + 4 }] }, { customers: [{ id: block + 5 }] }),
    ...bulkRefusals({ customers }),
    { status: 413, json: { customers: list(10_001, {}) } },
  ];
};

const bySourceId = async (): Promise<Call[]> => {
  const one = (id: string, more = {}) => ({ source: `called${newBlock()}`, sourceId: id, ...more });
  const customers = [one('a', { email: email() }), one('b', { dateOfBirth: 'never' })];
  return [
    { status: 200, json: { customers }, query: plan },
    { status: 200, json: { customers } },
    ...twice({ customers: [one('c')] }, { customers: [one('d')] }),
    ...bulkRefusals({ customers }),
    { status: 400, json: { customers: [{ id: 1 }] } },
    { status: 413, json: { customers: list(10_001, {}) } },
  ];
};

const bySourceSystem = async (): Promise<Call[]> => {
  const sourceSystem = `called${newBlock()}`;
  const one = {
    ...{ sourceSystem, sourceSystemId: '1', name: 'One', emailAddress: email(), ccEmailAddresses: [email()] },
    ...{ metadata: { a: [1, null] }, customerRule: { dueOption: 30 }, billToCustomerId: 'x' },
    addresses: {
      data: [
        { city: 'Ede', country: 'NL' },
        { type: 'OTHER', streetLine1: 'Dam 1' },
      ],
    },
  };
  const two = { sourceSystem, sourceSystemId: '2' };
  return [
    { status: 200, json: { inputs: [one, two] }, query: plan },
    { status: 200, json: { inputs: [one, two] } },
    { status: 409, json: { inputs: [one, { ...two, sourceSystemId: '3' }] } },
    { status: 409, json: { inputs: [one] }, query: plan },
    { status: 400, json: { inputs: [{ ...two, sourceSystemId: '4', emailAddress: 'nobody' }] } },
    { status: 200, query: { inputs: JSON.stringify([{ sourceSystem, sourceSystemId: '5' }]) } },
    { status: 400, json: { inputs: [two] }, query: { inputs: '[]' } },
    ...twice({ inputs: [{ ...two, sourceSystemId: '6' }] }, { inputs: [{ ...two, sourceSystemId: '7' }] }),
    ...bulkRefusals({ inputs: [one] }),
    { status: 413, json: { inputs: list(10_001, {}) } },
  ];
};

const scheduled = async (): Promise<Call[]> => {
  const one = () => ({ name: 'Ann', email: email(), country: 'nl', billing_information: { vat_number: 'NL1' } });
  const [first, other] = [{ customers: [one()] }, { customers: [one()] }];
  return [
    { status: 200, json: { customers: [one(), { ...one(), email: 'nobody' }] }, query: plan },
    ...twice(first, other),
    ...bulkRefusals(first),
    { status: 400, json: { customers: list(501, one()) } },
  ];
};

export const bulkCalls: Record<string, () => Promise<Call[]>> = {
  bulkUpsertById: byId,
  bulkUpsertBySourceId: bySourceId,
  bulkCreateCustomers: bySourceSystem,
  bulkScheduleCustomers: scheduled,
};
