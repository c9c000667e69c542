import type { CustomerView } from '@/lib/contracts/customer-api';
import { nameOf } from './customer-name';

/** What the list shows of a customer; the rest, which can be long, is not sent to the browser. */
export interface ListedCustomer
  extends Pick<CustomerView, 'id' | 'debtorId' | 'company' | 'email' | 'phone' | 'lastChange' | 'updatedAt'> {
  name: string;
  city: string | null;
  country: string | null;
}

export function listedCustomer(customer: CustomerView): ListedCustomer {
  const { id, debtorId, company, email, phone, mobile, lastChange, updatedAt } = customer;
  const address = addressShown(customer);
  return {
    ...{ id, debtorId, company, email, lastChange, updatedAt },
    name: nameOf(customer),
    phone: phone ?? mobile,
    city: address?.city ?? null,
    country: address?.country ?? null,
  };
}

/** The address whose city stands in the list: the first one that has a city, invoices first. */
function addressShown({ addresses }: CustomerView) {
  const withCity = addresses.filter(({ city }) => city);
  return withCity.find(({ type, isDefault }) => type === 'invoice' && isDefault) ?? withCity[0];
}
