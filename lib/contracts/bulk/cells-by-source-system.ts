import type { CustomerInput } from './by-source-system-schema';
import {
  type AddressCell,
  asCell,
  asJson,
  type BulkField,
  rename,
  renameAddress,
  type SaidCustomer,
  scalarCells,
} from './cells';

/** What the scalars of contract B are called here. */
export const fieldsBySourceSystem = {
  sourceSystem: 'sourceSystem',
  sourceSystemId: 'sourceSystemId',
  name: 'name',
  emailAddress: 'email',
  billToCustomerId: 'billToCustomerId',
  collectorId: 'collectorId',
  addressesLastUpdatedAt: 'addressesLastUpdatedAt',
  contactsLastUpdatedAt: 'contactsLastUpdatedAt',
  deletedAt: 'deletedAt',
} as const satisfies Partial<Record<keyof CustomerInput, BulkField>>;

/** What is kept as JSON. */
export const jsonBySourceSystem = {
  ccEmailAddresses: 'ccEmails',
  metadata: 'metadata',
  contacts: 'contacts',
  customerEmailSettings: 'customerEmailSettings',
  customerIntegrationSettings: 'customerIntegrationSettings',
  paymentLineItems: 'paymentLineItems',
  remittanceLineItems: 'remittanceLineItems',
} as const satisfies Partial<Record<keyof CustomerInput, BulkField>>;

/** What the parts of an address of contract B are called here. */
export const addressBySourceSystem = {
  type: 'type',
  streetLine1: 'street',
  streetLine2: 'street2',
  zipOrPostalCode: 'postalCode',
  city: 'city',
  stateOrProvince: 'region',
  country: 'country',
} as const satisfies Record<keyof AddressInput, keyof AddressCell>;

type AddressInput = NonNullable<CustomerInput['addresses']>[number];

/** An input of contract B as cells. */
export function cellsBySourceSystem(input: CustomerInput): SaidCustomer {
  const cells = scalarCells(input, fieldsBySourceSystem);
  for (const [field, value] of Object.entries(rename(input, jsonBySourceSystem))) {
    cells[field as BulkField] = asJson(value);
  }
  const { addresses, customerRule } = input;
  const dueOption = customerRule === null ? null : customerRule?.dueOption;
  if (dueOption !== undefined) cells['customerRule.dueOption'] = asCell(dueOption);
  return { cells, addresses: addresses?.map(toAddress) ?? (addresses as null | undefined) };
}

const toAddress = (address: AddressInput): AddressCell => ({
  ...renameAddress(address, addressBySourceSystem),
  type: address.type ?? 'ADDRESS_BOOK',
});
