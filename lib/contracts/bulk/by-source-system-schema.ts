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

const addressList = listOf(addressInput);
const rule = z.strictObject({ dueOption: number });

/** An input without its wrappers. */
export const customerInput = z.strictObject({
  addresses: addressList.nullable().optional(),
  contacts: objectOrList,
  customerEmailSettings: objectOrList,
  customerIntegrationSettings: objectOrList,
  customerRule: rule.nullable().optional(),
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

/** A part alone or in its wrapper. */
const wrappable = (part: z.ZodType) =>
  z
    .union([part, z.strictObject({ data: part.nullable() })])
    .nullable()
    .optional();

/** A part of the caller's own, which may be a wrapper of one: `unwrap` takes that off, and finds a part or nothing in it. */
const ownPart = objectOrList.meta({
  not: {
    type: 'object',
    required: ['data'],
    maxProperties: 1,
    properties: { data: { type: ['string', 'number', 'boolean'] } },
  },
});

/** An input as it may be sent: what `unwrap` makes a `CustomerInput` of. */
export const sentInput = customerInput.extend({
  addresses: wrappable(z.union([addressList, addressInput])),
  customerRule: wrappable(rule),
  contacts: ownPart,
  customerEmailSettings: ownPart,
  customerIntegrationSettings: ownPart,
  paymentLineItems: ownPart,
  remittanceLineItems: ownPart,
});

export const requestBySourceSystem = z.strictObject({
  inputs: z.array(sentInput).min(1).max(limits.bulkCustomers),
});
