import type { CustomerView } from '@/lib/contracts/customer-api';

type Named = Pick<
  CustomerView,
  'id' | 'name' | 'firstName' | 'middleName' | 'lastName' | 'company' | 'email' | 'debtorId'
>;

/** What a customer is called: the name, else its parts, else the company, else what identifies them. */
export function nameOf({ id, name, firstName, middleName, lastName, company, email, debtorId }: Named): string {
  const joined = [firstName, middleName, lastName].filter(Boolean).join(' ');
  return name || joined || company || email || `Customer ${debtorId || id}`;
}
