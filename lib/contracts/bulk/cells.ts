import { type AddressPrefix, addressColumns, type PartName } from '../../customer/fields';

/**
 * One customer of a request as cells of a sheet, by field. A field that is not among them is one about which the request says
 * nothing: it keeps. An empty text is what the request clears with null.
 */
export type Cells = Partial<Record<BulkField, string>>;

/** A customer of a request. How its addresses become cells depends on those of all others: see `address-cells.ts`. */
export interface SaidCustomer {
  cells: Cells;
  /** Null clears them all. */
  addresses?: AddressCell[] | null;
}

/** The prefixes that the addresses of requests can have. */
export const bulkPrefixes = ['billing', 'shipping'] as const satisfies AddressPrefix[];
type AddressField = `${(typeof bulkPrefixes)[number]}.${PartName}`;

const plainFields = [
  'id',
  'sourceSystem',
  'sourceSystemId',
  'debtorId',
  'ssn',
  'name',
  'title',
  'firstName',
  'middleName',
  'lastName',
  'abbreviation',
  'company',
  'dateOfBirth',
  'gender',
  'email',
  'ccEmails',
  'phone',
  'mobile',
  'language',
  'primaryLanguage',
  'locale',
  'timezoneOffset',
  'country',
  'parent',
  'parentSourceSystem',
  'parentSourceSystemId',
  'billToCustomerId',
  'collectorId',
  'customerRule.dueOption',
  'metadata',
  'contacts',
  'customerEmailSettings',
  'customerIntegrationSettings',
  'paymentLineItems',
  'remittanceLineItems',
  'addressesLastUpdatedAt',
  'contactsLastUpdatedAt',
  'deletedAt',
  'addresses',
  'attributes',
] as const;
export type BulkField = (typeof plainFields)[number] | AddressField;

/** The fields that bulk requests can say something about, in the order of the columns. */
export const bulkFields: readonly BulkField[] = [
  ...plainFields,
  ...bulkPrefixes.flatMap((prefix) => addressColumns.map(({ name }): AddressField => `${prefix}.${name}`)),
];

/** An entry of the cell `addresses`, which is the JSON of a list of them: null clears, what is absent keeps. */
export interface AddressCell {
  /** Absent where the address is found by its code alone. */
  type?: string;
  code?: string | null;
  isDefault?: boolean | null;
  street?: string | null;
  street2?: string | null;
  number?: string | null;
  numberExtension?: string | null;
  postalCode?: string | null;
  city?: string | null;
  region?: string | null;
  country?: string | null;
  company?: string | null;
  phone?: string | null;
  mobile?: string | null;
  email?: string | null;
  name?: string | null;
  representative?: string | null;
  isCompany?: boolean | null;
  vatNumber?: string | null;
  locale?: string | null;
  firstName?: string | null;
  middleName?: string | null;
  lastName?: string | null;
  url?: string | null;
  icp?: boolean | null;
  notes?: string | null;
}

/** An entry of the cell `attributes`, which is the JSON of a list of them: without a value it is deleted. */
export interface AttributeCell {
  class: string;
  name: string;
  type?: string;
  value?: string;
}

type Scalar = string | number | boolean;

/** A value as the text of a cell: null clears, undefined says nothing. */
export const asCell = (value: Scalar | null | undefined): string | undefined =>
  value === undefined ? undefined : value === null ? '' : String(value);

/** A part as JSON in one cell. */
export const asJson = (value: unknown): string | undefined =>
  value === undefined ? undefined : value === null ? '' : JSON.stringify(value);

/** The parts of an object that are given, under other names. */
export function rename<From extends object, To extends string>(
  from: From,
  names: Partial<Record<keyof From, To>>,
): Partial<Record<To, From[keyof From]>> {
  const renamed: Partial<Record<To, From[keyof From]>> = {};
  for (const key of Object.keys(names) as (keyof From)[]) {
    if (from[key] !== undefined) renamed[names[key]!] = from[key];
  }
  return renamed;
}

/** The parts of an address, under our names. */
export const renameAddress = <From extends object>(
  from: From,
  names: Partial<Record<keyof From, keyof AddressCell>>,
): AddressCell => rename(from, names) as AddressCell;

/** The scalars of an object as cells, under the names of our fields. */
export function scalarCells<From extends object>(from: From, names: Partial<Record<keyof From, BulkField>>): Cells {
  const cells: Cells = {};
  for (const key in names) {
    const cell = asCell(from[key] as Scalar | null | undefined);
    if (cell !== undefined) cells[names[key]!] = cell;
  }
  return cells;
}
