import { customerFields, type Value } from '../customer/fields';
import { words } from '../customer/header';
import { keysOf } from '../customer/key';
import { compared, type Vault } from '../vault';

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
  /** Full names, and the last digits of phones: looked for in names of files only. Absent where it was made without them. */
  names?: string[];
  phones?: string[];
}

/** An identity as it is looked for: with its sensitive values in clear, so only ever in memory. */
export interface Sought extends Identity {
  /** Letters and digits of each, see `compared`. */
  numbers: string[];
}

export const soughtOf = (identity: Identity, vault: Vault): Sought => {
  const opened = identity.sealed.map((token) => compared(vault.open(token) ?? ''));
  return { ...identity, numbers: opened.filter((number) => number !== '') };
};

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
    names: all(fullNames),
    phones: all(({ phone, mobile }) => [phone, mobile].map((text) => lastDigits(String(text ?? '')))),
  };
}

/** In both orders. A single word is no full name: it may be anything. */
const fullNames = ({ name, firstName, middleName, lastName }: Record<string, Value>): string[] =>
  [
    [name],
    [firstName, lastName],
    [lastName, firstName],
    [firstName, middleName, lastName],
    [lastName, firstName, middleName],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter((full) => words(full).length > 1);

/** What is the same of a phone with and without its country. */
function lastDigits(phone: string): string | undefined {
  const digits = phone.replace(/\D/g, '');
  return digits.length >= 7 ? digits.slice(-9) : undefined;
}

/** The keys by which rows of imports find the customer: see `keysOf`. */
export const keysOfIdentity = ({ id, emails, debtorIds, sources }: Identity): string[] => [
  `id:${id}`,
  ...emails.map((email) => `email:${email}`),
  ...debtorIds.map((debtorId) => `debtorId:${debtorId}`),
  ...sources.map((source) => `source:${JSON.stringify(source)}`),
];
