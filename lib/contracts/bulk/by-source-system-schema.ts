/** Contract B: `POST /api/rest/bulk-customers`. A `{"data": …}` around a part is taken off before (`unwrap.ts`). */
import { z } from 'zod';
import { limits } from '../../limits';
import { listOf, number, objectOrList, text } from './parts';

export const addressInput = z.strictObject({
  city: text,
  country: text,
  stateOrProvince: text,
  streetLine1: text,
  streetLine2: text,
  /** `ADDRESS_BOOK` where it is absent or null. */
  type: text,
  zipOrPostalCode: text,
});

export const customerInput = z.strictObject({
  addresses: listOf(addressInput).nullable().optional(),
  contacts: objectOrList,
  customerEmailSettings: objectOrList,
  customerIntegrationSettings: objectOrList,
  customerRule: z.strictObject({ dueOption: number }).nullable().optional(),
  paymentLineItems: objectOrList,
  remittanceLineItems: objectOrList,
  metadata: z.unknown().optional(),
  addressesLastUpdatedAt: text,
  contactsLastUpdatedAt: text,
  deletedAt: text,
  billToCustomerId: text,
  collectorId: text,
  ccEmailAddresses: listOf(z.string()).nullable().optional(),
  emailAddress: text,
  name: text,
  sourceSystem: text,
  sourceSystemId: text,
});
export type CustomerInput = z.output<typeof customerInput>;

export const requestBySourceSystem = z.strictObject({
  inputs: z.array(customerInput).min(1).max(limits.bulkCustomers),
});
