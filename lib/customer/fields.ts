/**
 * The one list of what a customer has. Schema, mapping, checks, grid columns, template and report derive from it:
 * a field added here appears in all of them.
 */

/** How a field's text is checked and stored; each kind has one normaliser in `normalise.ts`. */
export type FieldKind =
  | 'text'
  | 'email'
  | 'phone'
  | 'date'
  | 'integer'
  | 'country'
  | 'language'
  | 'locale'
  | 'gender'
  | 'offset'
  /** Kept sealed by the vault, and shown by its last characters only. */
  | 'sensitive';

/** The prefix of an address field, and the type the address has in storage. */
export const addressTypes = { billing: 'invoice', shipping: 'delivery', address: 'ADDRESS_BOOK' } as const;
export type AddressPrefix = keyof typeof addressTypes;
export const addressPrefixes = Object.keys(addressTypes) as AddressPrefix[];
export const addressLabels: Record<AddressPrefix, string> = {
  billing: 'Billing',
  shipping: 'Shipping',
  address: 'General',
};

export const fieldGroups = ['Identity', 'Names', 'Contact', 'Billing', 'Shipping', 'General'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export interface Field {
  /** The name in mappings, patches and the API: `email`, `billing.city`. */
  name: string;
  /** What a person reads: `Email`, `Billing · City`. */
  label: string;
  group: FieldGroup;
  kind: FieldKind;
  /** Longest stored text in characters; of a sensitive field, before it is sealed. */
  max: number;
  /** The column of the table it is stored in (`customers`, or `customer_addresses` when `address` is set). */
  column: string;
  /** Set for the fields of an address. */
  address?: AddressPrefix;
}

type Spec = readonly [name: string, label: string, kind: FieldKind, max: number];

const identity: Spec[] = [
  ['id', 'ID', 'integer', 16],
  ['sourceSystem', 'Source system', 'text', 100],
  ['sourceSystemId', 'Source ID', 'text', 200],
  ['debtorId', 'Debtor ID', 'integer', 16],
  ['ssn', 'Social security number', 'sensitive', 50],
];

const names: Spec[] = [
  ['name', 'Name', 'text', 300],
  ['title', 'Title', 'text', 50],
  ['firstName', 'First name', 'text', 100],
  ['middleName', 'Middle name', 'text', 100],
  ['lastName', 'Last name', 'text', 150],
  ['abbreviation', 'Abbreviation', 'text', 50],
  ['company', 'Company', 'text', 300],
  ['dateOfBirth', 'Date of birth', 'date', 10],
  ['gender', 'Gender', 'gender', 1],
];

const contact: Spec[] = [
  ['email', 'Email', 'email', 254],
  ['phone', 'Phone', 'phone', 50],
  ['mobile', 'Mobile', 'phone', 50],
  ['language', 'Language', 'language', 2],
  ['locale', 'Locale', 'locale', 35],
  ['timezoneOffset', 'Time zone offset', 'offset', 6],
  ['country', 'Country', 'country', 2],
];

const address: Spec[] = [
  ['street', 'Street', 'text', 300],
  ['street2', 'Street 2', 'text', 300],
  ['number', 'Number', 'text', 30],
  ['numberExtension', 'Number extension', 'text', 30],
  ['postalCode', 'Postal code', 'text', 30],
  ['city', 'City', 'text', 150],
  ['region', 'Region', 'text', 150],
  ['country', 'Country', 'country', 2],
  ['company', 'Company', 'text', 300],
  ['phone', 'Phone', 'phone', 50],
  ['email', 'Email', 'email', 254],
];

const plain = (group: FieldGroup, specs: Spec[]): Field[] =>
  specs.map(([name, label, kind, max]) => ({ name, label, group, kind, max, column: snake(name) }));

const addressFields = (prefix: AddressPrefix): Field[] =>
  address.map(([name, label, kind, max]) => ({
    name: `${prefix}.${name}`,
    label: `${addressLabels[prefix]} · ${label}`,
    group: addressLabels[prefix] as FieldGroup,
    kind,
    max,
    column: snake(name),
    address: prefix,
  }));

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All fields, in the order in which they are offered and downloaded. */
export const fields: readonly Field[] = [
  ...plain('Identity', identity),
  ...plain('Names', names),
  ...plain('Contact', contact),
  ...addressPrefixes.flatMap(addressFields),
];

/** The fields stored in `customers` itself. */
export const customerFields = fields.filter((field) => !field.address);

/** The columns of an address, once, without a prefix: `street` … `email`. */
export const addressColumns = address.map(([name, label, kind, max]) => ({
  name,
  label,
  kind,
  max,
  column: snake(name),
}));

const byName = new Map(fields.map((field) => [field.name, field]));

/** The field of that name, or undefined. Safe for names like `__proto__`. */
export const findField = (name: string): Field | undefined => byName.get(name);

/** A stored value: whole numbers as numbers, everything else as text; null is blank. */
export type Value = string | number | null;

/** Ids that Import Desk allots start here; callers may not create at or above it. */
export const firstOwnId = 1_000_000_000_000;
/** The largest id: 2^53 − 1. */
export const lastId = Number.MAX_SAFE_INTEGER;
