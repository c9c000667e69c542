import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { readId } from '@/components/shell/read-id';
import { viewImport } from '@/lib/contracts/view-import';
import { stepOf } from '@/lib/steps';

/** An import is opened on the step where it is continued. */
export default async function Import({ params }: { params: Promise<{ importId: string }> }) {
  await allowPage('imports:read');
  const id = readId((await params).importId);
  const { store } = await desk();
  const view = id ? await viewImport(store, id) : null;
  if (!view) notFound();
  redirect(`/imports/${view.id}/${stepOf(view.state)}`);
}
