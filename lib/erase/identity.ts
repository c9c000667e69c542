import { customerFields, type Value } from '../customer/fields';
import { keysOf } from '../customer/key';

/** What a customer is, and ever was, known by. Kept only until all its traces are found. */
export interface Identity {
  id: number;
  uuid: string;
  /** As they are compared. */
  emails: string[];
  debtorIds: number[];
  sources: [system: string, id: string][];
  /** Sealed values, as of the social security number. */
  sealed: string[];
}

const sensitive = customerFields.filter((field) => field.kind === 'sensitive');

/** @param states the values of the customer as it is, and as it was before each change */
export function identityOf({ id, uuid }: { id: number; uuid: string }, states: Record<string, Value>[]): Identity {
  const all = <T>(of: (values: Record<string, Value>) => (T | undefined)[]): T[] => {
    const found = states.flatMap(of).filter((value) => value !== undefined);
    return [...new Map(found.map((value) => [JSON.stringify(value), value])).values()];
  };
  return {
    id,
    uuid,
    emails: all((values) => [keysOf({ email: values.email ?? null }, 'email')[0]?.slice('email:'.length)]),
    debtorIds: all(({ debtorId }) => [typeof debtorId === 'number' ? debtorId : undefined]),
    sources: all(({ sourceSystem: system, sourceSystemId: source }) => [
      system && source ? [String(system), String(source)] : undefined,
    ]),
    sealed: all((values) => sensitive.map(({ name }) => (values[name] ? String(values[name]) : undefined))),
  };
}

/** The keys by which rows of imports find the customer: see `keysOf`. */
export const keysOfIdentity = ({ id, emails, debtorIds, sources }: Identity): string[] => [
  `id:${id}`,
  ...emails.map((email) => `email:${email}`),
  ...debtorIds.map((debtorId) => `debtorId:${debtorId}`),
  ...sources.map((source) => `source:${JSON.stringify(source)}`),
];
