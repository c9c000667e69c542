import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { CustomerPage } from '@/components/customers/customer-page';
import { ErasedPage } from '@/components/customers/erased-page';
import { AttributesProvider } from '@/components/shell/attributes';
import { readId } from '@/components/shell/read-id';
import { may } from '@/lib/auth/actor';
import { relatedCustomers } from '@/lib/contracts/related-customers';
import { viewChanges, viewCustomer, viewErasure } from '@/lib/contracts/view-customer';

export const metadata: Metadata = { title: 'Customer' };

export default async function Customer({ params }: { params: Promise<{ customerId: string }> }) {
  const who = await allowPage('customers:read');
  const given = (await params).customerId;
  const id = readId(given);
  const { store } = await desk();
  // Programs know a customer by its uuid too.
  const known = id === null && isUuid(given) ? await viewCustomer(store, given) : null;
  if (known) redirect(`/customers/${known.id}`);
  const [customer, changes, attributes] = id
    ? await Promise.all([viewCustomer(store, id), viewChanges(store, id), store.listAttributes()])
    : [null, [], []];
  if (id && !customer) {
    const erasure = await viewErasure(store, id);
    if (erasure) return <ErasedPage erasure={erasure} />;
  }
  if (!customer) notFound();
  const related = await relatedCustomers(store, customer);
  const mayReveal = may(who, 'sensitive:read');
  return (
    <AttributesProvider attributes={attributes}>
      <CustomerPage {...{ customer, related, changes, attributes, mayReveal }} />
    </AttributesProvider>
  );
}
