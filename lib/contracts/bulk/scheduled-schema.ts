/** Contract C: `POST /v2/customers/bulk/create`. */
import { z } from 'zod';
import { limits } from '../../limits';
import { flag, isGiven, text, together, wrong } from './parts';

const person = { phone: text, name: text, last_name: text, email: text };
const place = {
  address: text,
  city: text,
  company: text,
  postcode: text,
  state: text,
  country: text,
  locale: text,
};

export const billingInformation = together(
  z.strictObject({ ...person, ...place, representative: text, is_company: flag, vat: text, vat_number: text }),
  ({ vat, vat_number: other }) =>
    isGiven(vat) && isGiven(other) && vat !== other ? [wrong('[vat] and [vat_number] differ')] : [],
);
export type BillingInformation = z.output<typeof billingInformation>;

export const shippingInformation = z.strictObject({ ...person, ...place, same_shipping_address: flag });

export const scheduledCustomer = z.strictObject({
  name: z.string(),
  email: z.string(),
  country: z.string(),
  last_name: text,
  company: text,
  /** `en` where it is absent or null. */
  locale: text,
  timezone_offset: text,
  phone: text,
  billing_information: billingInformation.nullable().optional(),
  shipping_information: shippingInformation.nullable().optional(),
  same_shipping_address: flag,
});
export type ScheduledCustomer = z.output<typeof scheduledCustomer>;

export const scheduledRequest = z.strictObject({
  customers: z.array(scheduledCustomer).min(1).max(limits.scheduledCustomers),
});
