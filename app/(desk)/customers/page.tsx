import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { CustomersPage } from '@/components/customers/customers-page';
import { customersQuery } from '@/lib/contracts/customer-api';
import { countCustomers, listCustomers } from '@/lib/contracts/view-customer';

export const metadata: Metadata = { title: 'Customers' };

export default async function Customers({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await allowPage('customers:read');
  const asked = customersQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : customersQuery.parse({});
  const { store } = await desk();
  const [{ customers, nextCursor }, count] = await Promise.all([listCustomers(store, query), countCustomers(store)]);
  return <CustomersPage customers={customers} nextCursor={nextCursor} count={count} query={query} />;
}
