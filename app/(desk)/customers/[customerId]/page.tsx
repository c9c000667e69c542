import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { CustomerPage } from '@/components/customers/customer-page';
import { ErasedPage } from '@/components/customers/erased-page';
import { readId } from '@/components/shell/read-id';
import { may } from '@/lib/auth/actor';
import { viewChanges, viewCustomer, viewErasure } from '@/lib/contracts/view-customer';

export const metadata: Metadata = { title: 'Customer' };

export default async function Customer({ params }: { params: Promise<{ customerId: string }> }) {
  const who = await allowPage('customers:read');
  const id = readId((await params).customerId);
  const { store } = await desk();
  const [customer, changes] = id ? await Promise.all([viewCustomer(store, id), viewChanges(store, id)]) : [null, []];
  if (id && !customer) {
    const erasure = await viewErasure(store, id);
    if (erasure) return <ErasedPage erasure={erasure} />;
  }
  if (!customer) notFound();
  return <CustomerPage customer={customer} changes={changes} mayReveal={may(who, 'sensitive:read')} />;
}
