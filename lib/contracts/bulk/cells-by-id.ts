import type { CustomerById, CustomerBySourceId } from './by-id-schema';
import {
  type AddressCell,
  type AttributeCell,
  asCell,
  asJson,
  type BulkField,
  type Cells,
  type SaidCustomer,
  scalarCells,
} from './cells';

type Customer = CustomerById | CustomerBySourceId;
type Parts = 'parent' | 'attributes' | 'addresses';

/** What the fields of contract A are called here. */
export const fieldsById = {
  id: 'id',
  source: 'sourceSystem',
  sourceId: 'sourceSystemId',
  debtorId: 'debtorId',
  ssn: 'ssn',
  title: 'title',
  firstName: 'firstName',
  middleName: 'middleName',
  lastName: 'lastName',
  abbreviation: 'abbreviation',
  company: 'company',
  dateOfBirth: 'dateOfBirth',
  gender: 'gender',
  email: 'email',
  phone: 'phone',
  mobile: 'mobile',
  language: 'language',
  primaryLanguage: 'primaryLanguage',
} as const satisfies Record<Exclude<keyof Customer, Parts>, BulkField>;

/** A customer of contract A as cells. */
export function cellsById({ parent, attributes, addresses, ...scalars }: Customer): SaidCustomer {
  const cells = scalarCells(scalars, fieldsById);
  if (parent !== undefined) Object.assign(cells, parentCells(parent));
  if (attributes !== undefined) Object.assign(cells, given('attributes', asJson(attributes?.map(toAttribute) ?? null)));
  return { cells, addresses: addresses?.map(toAddress) ?? (addresses as null | undefined) };
}

const given = (field: BulkField, cell: string | undefined): Cells => (cell === undefined ? {} : { [field]: cell });

/** By number or by source. Null is no parent, whichever way it was found. */
function parentCells(parent: Customer['parent']): Cells {
  if (!parent) return given('parent', asCell(parent));
  if (typeof parent.id === 'number') return { parent: String(parent.id) };
  return { parentSourceSystem: asCell(parent.source), parentSourceSystemId: asCell(parent.sourceId) };
}

type Address = NonNullable<Customer['addresses']>[number];

const toAddress = ({ icp, isDefault, type, ...same }: Address): AddressCell => ({
  ...same,
  ...(typeof type === 'string' && { type }),
  ...(icp !== undefined && { icp: isYes(icp) }),
  ...(isDefault !== undefined && { isDefault: isYes(isDefault) }),
});

const isYes = (answer: 'Y' | 'N' | null): boolean | null => (answer === null ? null : answer === 'Y');

type Attribute = NonNullable<Customer['attributes']>[number];

const toAttribute = ({ class: kind, name, type, value }: Attribute): AttributeCell => ({
  class: kind ?? '',
  name,
  ...(typeof type === 'string' && { type }),
  ...(value !== null && value !== undefined && { value: String(value) }),
});
