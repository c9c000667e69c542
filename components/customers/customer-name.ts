import type { CustomerView } from '@/lib/contracts/customer-api';

type Values = CustomerView['values'];

/** What a customer is called: the name, else its parts, else the company, else what identifies them. */
export function nameOf({ id, values }: Pick<CustomerView, 'id' | 'values'>): string {
  const name = text(values.name) || joined(values) || text(values.company) || text(values.email);
  return name || `Customer ${text(values.debtorId) || id}`;
}

const joined = (values: Values): string =>
  [values.firstName, values.middleName, values.lastName].map(text).filter(Boolean).join(' ');

const text = (value: Values[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value);
