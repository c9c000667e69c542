import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { CustomersPage } from '@/components/customers/customers-page';
import { may } from '@/lib/auth/actor';
import { customersQuery } from '@/lib/contracts/customer-api';
import { countCustomers, listCustomers } from '@/lib/contracts/view-customer';

export const metadata: Metadata = { title: 'Customers' };

export default async function Customers({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const who = await allowPage('customers:read');
  const asked = customersQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : customersQuery.parse({});
  const { store } = await desk();
  const [{ customers, nextCursor }, count] = await Promise.all([
    listCustomers(store, query, who),
    countCustomers(store),
  ]);
  return (
    <CustomersPage
      {...{ customers, nextCursor, query }}
      count={Math.max(count, customers.length)}
      findsSensitive={may(who, 'sensitive:read')}
    />
  );
}
