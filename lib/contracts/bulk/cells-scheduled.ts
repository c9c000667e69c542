import { isBlankText } from '../../customer/trim-unicode';
import { type AddressCell, type BulkField, renameAddress, type SaidCustomer, scalarCells } from './cells';
import type { BillingInformation, ScheduledCustomer } from './scheduled-schema';

type Parts = 'billing_information' | 'shipping_information' | 'same_shipping_address';

/** What the fields of contract C are called here. */
export const fieldsScheduled = {
  name: 'firstName',
  last_name: 'lastName',
  company: 'company',
  email: 'email',
  phone: 'phone',
  locale: 'locale',
  timezone_offset: 'timezoneOffset',
  country: 'country',
} as const satisfies Record<Exclude<keyof ScheduledCustomer, Parts>, BulkField>;

const addressFields = {
  name: 'name',
  last_name: 'lastName',
  representative: 'representative',
  is_company: 'isCompany',
  company: 'company',
  phone: 'phone',
  email: 'email',
  address: 'street',
  postcode: 'postalCode',
  city: 'city',
  state: 'region',
  country: 'country',
  locale: 'locale',
} as const satisfies Partial<Record<keyof BillingInformation, keyof AddressCell>>;

const usualLocale = 'en';

/** A customer of contract C as cells. */
export function cellsScheduled(customer: ScheduledCustomer): SaidCustomer {
  const addresses = addressesOf(customer);
  const locale = isBlankText(customer.locale ?? '') ? usualLocale : customer.locale;
  return {
    cells: scalarCells({ ...customer, locale }, fieldsScheduled),
    ...(addresses.length > 0 && { addresses }),
  };
}

/** A customer is created, so null says no more here than nothing at all. */
function addressesOf({
  billing_information: billing,
  shipping_information: shipping,
  same_shipping_address: same,
}: ScheduledCustomer): AddressCell[] {
  const invoice = billing && toInvoice(billing);
  const isSame = same === true || shipping?.same_shipping_address === true;
  const { same_shipping_address: _, ...given } = shipping ?? {};
  // Where there is no billing address to make it from, what was sent stands.
  const delivery =
    invoice && isSame ? invoice : Object.keys(given).length > 0 ? renameAddress(given, addressFields) : null;
  return [
    ...(invoice ? [{ ...invoice, type: 'invoice' }] : []),
    ...(delivery ? [{ ...delivery, type: 'delivery' }] : []),
  ];
}

function toInvoice({ vat, vat_number: other, is_company: isCompany, ...rest }: BillingInformation): AddressCell {
  const vatNumber = vat ?? (other === undefined ? vat : other);
  const saysMore = [...Object.values(rest), vatNumber].some((each) => typeof each === 'string' && each.trim() !== '');
  return {
    ...renameAddress(rest, addressFields),
    // The default belongs to an address; by itself it makes none.
    ...((saysMore || typeof isCompany === 'boolean') && { isCompany: isCompany ?? false }),
    ...(vatNumber !== undefined && { vatNumber }),
  };
}
