import { billingCountry } from '../customer/address-type';
import { type AddressPrefix, addressTypes, findField, type Value } from '../customer/fields';
import { e164 } from '../customer/phone';
import type { LiveAddress } from '../customer-records';
import type { Issue } from '../issues';
import { addressOf } from './addresses';

/** The customer as the row leaves it. */
interface After {
  values: Record<string, Value>;
  addresses: LiveAddress[];
}

/**
 * The issues of a row without the doubt about phones whose country the customer has. The check knows the row alone; here the
 * number is read as it will be on the page of the customer.
 */
export function withoutKnownCountries(issues: Issue[], said: Record<string, Value>, after: After): Issue[] {
  const isKnown = ({ code, field }: Issue) =>
    code === 'phone_no_country' && field !== null && isRead(field, said, after);
  return issues.some(isKnown) ? issues.filter((issue) => !isKnown(issue)) : issues;
}

function isRead(field: string, said: Record<string, Value>, { values, addresses }: After): boolean {
  const phone = said[field];
  const prefix = findField(field)?.address as AddressPrefix | undefined;
  const own = prefix && addressOf(addresses, addressTypes[prefix])?.values.country;
  const country = [own, values.country, billingCountry(addresses)].find(
    (each) => typeof each === 'string' && each !== '',
  );
  return typeof phone === 'string' && e164(phone, country as string | undefined).e164 !== null;
}
