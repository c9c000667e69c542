import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { IntakePage } from '@/components/intake/intake-page';
import { readId } from '@/components/shell/read-id';
import { viewImport, viewIntake } from '@/lib/contracts/view-import';

export const metadata: Metadata = { title: 'Upload' };

export default async function Intake({ params }: { params: Promise<{ importId: string }> }) {
  await allowPage('imports:read');
  const id = readId((await params).importId);
  const { store } = await desk();
  const [view, intake] = id ? await Promise.all([viewImport(store, id), viewIntake(store, id)]) : [null, null];
  if (!view) notFound();
  return <IntakePage initial={view} intake={intake} />;
}
