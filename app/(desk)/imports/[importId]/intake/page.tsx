import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { IntakePage } from '@/components/intake/intake-page';
import { RowsRemovedPage } from '@/components/report/rows-removed-page';
import { readId } from '@/components/shell/read-id';
import { viewImport, viewIntake } from '@/lib/contracts/view-import';
import { hasFile } from '@/lib/import-store';

export const metadata: Metadata = { title: 'Upload' };

export default async function Intake({ params }: { params: Promise<{ importId: string }> }) {
  await allowPage('imports:read');
  const id = readId((await params).importId);
  const { store } = await desk();
  const view = id ? await viewImport(store, id) : null;
  if (!id || !view) notFound();
  // A file that was never committed can be replaced by another one, whatever became of it.
  if (view.state === 'committed' && view.rowsRemovedAt) {
    return <RowsRemovedPage view={view} at={view.rowsRemovedAt} current="intake" />;
  }
  if (!hasFile(view) && view.state !== 'failed' && view.state !== 'cancelled') redirect(`/imports/${id}/review`);
  // Behind the view, so that what was found is there where the view says that the file was read.
  const intake = await viewIntake(store, id);
  return <IntakePage initial={view} intake={intake} />;
}
