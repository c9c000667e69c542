import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { ReportPage } from '@/components/report/report-page';
import { reportPageRows } from '@/components/report/report-paging';
import { AttributesProvider } from '@/components/shell/attributes';
import { readId } from '@/components/shell/read-id';
import { rowsQuery } from '@/lib/contracts/row-api';
import { attributesOf, viewImport } from '@/lib/contracts/view-import';
import { issueGroups, viewRows } from '@/lib/contracts/view-rows';
import { stepOf } from '@/lib/steps';

export const metadata: Metadata = { title: 'Report' };

export default async function Report({ params, searchParams }: PageProps<'/imports/[importId]/report'>) {
  await allowPage('imports:read');
  const { store } = await desk();
  const id = readId((await params).importId);
  const view = id === null ? null : await viewImport(store, id);
  if (id === null || !view) notFound();
  if (view.state !== 'committed') redirect(`/imports/${id}/${stepOf(view.state)}`);
  if (view.rowsRemovedAt) return <ReportPage view={view} rows={null} issues={[]} />;
  const { outcome, q, offset } = rowsQuery.safeParse(await searchParams).data ?? { offset: 0 };
  const [rows, issues, attributes] = await Promise.all([
    viewRows(store, id, { outcome, q, offset, limit: reportPageRows }),
    issueGroups(store, id),
    attributesOf(store, id),
  ]);
  return (
    <AttributesProvider attributes={attributes}>
      <ReportPage view={view} rows={rows} issues={issues} />
    </AttributesProvider>
  );
}
