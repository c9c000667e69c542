import { z } from 'zod';
import { billingCountry } from '../customer/address-type';
import type { Value } from '../customer/fields';
import { e164 } from '../customer/phone';
import type { CustomerRecord, LiveAddress } from '../customer-records';

/** The E.164 forms that stand beside the phones of a customer, and of each of its addresses; null where a number is in doubt. */
export const phoneForms = { phoneE164: z.string().nullable(), mobileE164: z.string().nullable() };

type Countries = (Value | undefined)[];

/** Of the customer itself. Numbers without a country are read as the check reads them: by its country, else the billing one. */
export const ownPhoneForms = ({ values, addresses }: Pick<CustomerRecord, 'values' | 'addresses'>) =>
  formsOf(values, [values.country, billingCountry(addresses)]);

/** Of one of its addresses, whose own country comes first. */
export const addressPhoneForms = (
  address: Pick<LiveAddress, 'values'>,
  { values, addresses }: Pick<CustomerRecord, 'values' | 'addresses'>,
) => formsOf(address.values, [address.values.country, values.country, billingCountry(addresses)]);

const formsOf = ({ phone, mobile }: Record<string, Value>, countries: Countries) => ({
  phoneE164: formOf(phone, countries),
  mobileE164: formOf(mobile, countries),
});

function formOf(phone: Value | undefined, countries: Countries): string | null {
  if (typeof phone !== 'string' || phone === '') return null;
  return e164(
    phone,
    countries.find((country): country is string => typeof country === 'string' && country !== ''),
  ).e164;
}
