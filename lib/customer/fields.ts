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
  /** Several addresses of email, kept as a JSON list. */
  | 'emails'
  /** A whole number of any sign; `integer` is an id, from 1 on. */
  | 'whole'
  /** A number with decimals, kept as its digits. */
  | 'decimal'
  /** Kept as `Y` or `N`, in UTC, and as one of the options. */
  | 'boolean'
  | 'timestamp'
  | 'option'
  /** Anything in JSON, kept with its keys in order. */
  | 'json'
  /** Lists in JSON of what has a table of its own. */
  | 'addresses'
  | 'attributes'
  /** Takes no value, because its name says that it would be sensitive. */
  | 'refused'
  /** Kept sealed by the vault, and shown by its last characters only. */
  | 'sensitive';

/** The prefix of an address field, and the type the address has in storage. */
export const addressTypes = { billing: 'invoice', shipping: 'delivery', address: 'ADDRESS_BOOK' } as const;
export type AddressPrefix = keyof typeof addressTypes;
export const addressPrefixes = Object.keys(addressTypes) as AddressPrefix[];
export const addressLabels = {
  billing: 'Billing',
  shipping: 'Shipping',
  address: 'General',
} as const satisfies Record<AddressPrefix, string>;

export const fieldGroups = [
  'Identity',
  'Names',
  'Contact',
  'Account',
  'Further data',
  'Attributes',
  'Billing',
  'Shipping',
  'General',
] as const;
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
  /** Has no column: what it says is kept elsewhere, in tables of its own or by another field. */
  loose?: true;
  /** What an `option` may be. */
  options?: readonly string[];
}

type Spec = readonly [name: string, label: string, kind: FieldKind, max: number];

const identity = [
  ['id', 'ID', 'integer', 16],
  ['sourceSystem', 'Source system', 'text', 100],
  ['sourceSystemId', 'Source ID', 'text', 200],
  ['debtorId', 'Debtor ID', 'integer', 16],
  ['ssn', 'Social security number', 'sensitive', 50],
] as const satisfies readonly Spec[];

const names = [
  ['name', 'Name', 'text', 300],
  ['title', 'Title', 'text', 50],
  ['firstName', 'First name', 'text', 100],
  ['middleName', 'Middle name', 'text', 100],
  ['lastName', 'Last name', 'text', 150],
  ['abbreviation', 'Abbreviation', 'text', 50],
  ['company', 'Company', 'text', 300],
  ['dateOfBirth', 'Date of birth', 'date', 10],
  ['gender', 'Gender', 'gender', 1],
] as const satisfies readonly Spec[];

const contact = [
  ['email', 'Email', 'email', 254],
  ['phone', 'Phone', 'phone', 50],
  ['mobile', 'Mobile', 'phone', 50],
  ['ccEmails', 'Copies to', 'emails', 2000],
  ['language', 'Language', 'language', 2],
  ['primaryLanguage', 'Primary language', 'language', 2],
  ['locale', 'Locale', 'locale', 35],
  ['timezoneOffset', 'Time zone offset', 'offset', 6],
  ['country', 'Country', 'country', 2],
] as const satisfies readonly Spec[];

/** Which customer it belongs to, who pays, and when. */
const account = [
  ['parent', 'Parent', 'integer', 16],
  ['parentSourceSystem', 'Parent · source system', 'text', 100],
  ['parentSourceSystemId', 'Parent · source ID', 'text', 200],
  ['billToCustomerId', 'Bill to customer', 'text', 200],
  ['collectorId', 'Collector', 'text', 200],
  ['customerRule.dueOption', 'Days until due', 'whole', 16],
  ['addressesLastUpdatedAt', 'Addresses updated at', 'timestamp', 24],
  ['contactsLastUpdatedAt', 'Contacts updated at', 'timestamp', 24],
  ['deletedAt', 'Deleted at', 'timestamp', 24],
] as const satisfies readonly Spec[];

/** Longest JSON in a field, in characters. */
const jsonChars = 100_000;
const further = [
  ['metadata', 'Metadata', 'json', jsonChars],
  ['contacts', 'Contacts', 'json', jsonChars],
  ['customerEmailSettings', 'Email settings', 'json', jsonChars],
  ['customerIntegrationSettings', 'Integration settings', 'json', jsonChars],
  ['paymentLineItems', 'Payment line items', 'json', jsonChars],
  ['remittanceLineItems', 'Remittance line items', 'json', jsonChars],
  ['addresses', 'Addresses', 'addresses', 1_000_000],
  ['attributes', 'Attributes', 'attributes', 1_000_000],
] as const satisfies readonly Spec[];

/** Name, label, kind and longest text of each field that is no part of an address. */
export type PlainSpec = (typeof identity | typeof names | typeof contact | typeof account | typeof further)[number];

/** Fields without a column: lists have tables, and a parent is found by its source once and then kept by its id. */
const withoutColumn = ['parentSourceSystem', 'parentSourceSystemId', 'addresses', 'attributes'] as const;
export type LooseName = (typeof withoutColumn)[number];
const loose = new Set<string>(withoutColumn);

const address = [
  ['code', 'Code', 'text', 100],
  ['name', 'Name', 'text', 300],
  ['firstName', 'First name', 'text', 100],
  ['middleName', 'Middle name', 'text', 100],
  ['lastName', 'Last name', 'text', 150],
  ['representative', 'Representative', 'text', 300],
  ['street', 'Street', 'text', 300],
  ['street2', 'Street 2', 'text', 300],
  ['number', 'Number', 'text', 30],
  ['numberExtension', 'Number extension', 'text', 30],
  ['postalCode', 'Postal code', 'text', 30],
  ['city', 'City', 'text', 150],
  ['region', 'Region', 'text', 150],
  ['country', 'Country', 'country', 2],
  ['company', 'Company', 'text', 300],
  ['isCompany', 'Is a company', 'boolean', 1],
  ['vatNumber', 'VAT number', 'text', 50],
  ['phone', 'Phone', 'phone', 50],
  ['mobile', 'Mobile', 'phone', 50],
  ['email', 'Email', 'email', 254],
  ['url', 'Website', 'text', 2000],
  ['locale', 'Locale', 'locale', 35],
  ['icp', 'ICP', 'boolean', 1],
  ['notes', 'Notes', 'text', 5000],
] as const satisfies readonly Spec[];

/** The parts of an address. */
export type PartName = (typeof address)[number][0];

const plain = (group: FieldGroup, specs: readonly Spec[]): Field[] =>
  specs.map(([name, label, kind, max]) => ({
    ...{ name, label, group, kind, max, column: snake(name) },
    ...(loose.has(name) ? { loose: true as const } : {}),
  }));

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

const snake = (name: string) => name.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** All fields, in the order in which they are offered and downloaded. */
export const fields: readonly Field[] = [
  ...plain('Identity', identity),
  ...plain('Names', names),
  ...plain('Contact', contact),
  ...plain('Account', account),
  ...plain('Further data', further),
  ...addressPrefixes.flatMap(addressFields),
];

/** The fields stored in `customers` itself. */
export const customerFields = fields.filter((field) => !field.address && !field.loose);

/** Kinds that are stored as numbers. */
export const isNumeric = (kind: string): boolean => kind === 'integer' || kind === 'whole';

/** The columns of an address, once, without a prefix: `street` … `email`. */
export const addressColumns = address.map(([name, label, kind, max]) => ({
  name,
  label,
  kind,
  max,
  column: snake(name),
}));

const byName = new Map(fields.map((field) => [field.name, field]));

/**
 * The field of that name, or undefined. Safe for names like `__proto__`. An attribute is a field of text here: what its
 * definition makes of it stands in the mapping of an import (`attributeField`).
 */
export const findField = (name: string): Field | undefined => byName.get(name) ?? undefinedAttribute(name);

/** What the names of attributes begin with, as fields. */
export const attributePrefix = 'attribute.';
/** Longest value of an attribute, in characters. */
export const attributeChars = 2000;
/** What an attribute may be called. */
export const attributeName = /^[A-Za-z0-9_-]{1,100}$/;

function undefinedAttribute(name: string): Field | undefined {
  const own = name.startsWith(attributePrefix) ? name.slice(attributePrefix.length) : '';
  if (!attributeName.test(own)) return undefined;
  const plainText = { kind: 'text', max: attributeChars, column: '', loose: true } as const;
  return { name, label: own, group: 'Attributes', ...plainText };
}

/** A stored value: whole numbers as numbers, everything else as text; null is blank. */
export type Value = string | number | null;

/** Ids that Import Desk allots start here; callers may not create at or above it. */
export const firstOwnId = 1_000_000_000_000;
/** The largest id: 2^53 − 1. */
export const lastId = Number.MAX_SAFE_INTEGER;
