import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { SubmitPage } from '@/components/commit/submit-page';
import { AttributesProvider } from '@/components/shell/attributes';
import { readId } from '@/components/shell/read-id';
import { attributesOf, viewImport } from '@/lib/contracts/view-import';
import { planSummary } from '@/lib/contracts/view-rows';
import { stepOf } from '@/lib/steps';
import { submitImport } from './submit-import';

export const metadata: Metadata = { title: 'Submit' };

export default async function Submit({ params }: PageProps<'/imports/[importId]/commit'>) {
  await allowPage('imports:read');
  const { store } = await desk();
  const id = readId((await params).importId);
  const view = id === null ? null : await viewImport(store, id);
  if (id === null || !view) notFound();
  if (view.state !== 'review' && view.state !== 'committing') redirect(`/imports/${id}/${stepOf(view.state)}`);
  // While it is committed the page shows progress only, and reading a plan goes through all updates.
  const plan = view.state === 'review' ? await planSummary(store, id) : { fields: [] };
  return (
    <AttributesProvider attributes={await attributesOf(store, id)}>
      <SubmitPage initial={view} plan={plan} submit={submitImport} />
    </AttributesProvider>
  );
}
