import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { RowsRemovedPage } from '@/components/report/rows-removed-page';
import { ReviewPage } from '@/components/review/review-page';
import { AttributesProvider } from '@/components/shell/attributes';
import { readId } from '@/components/shell/read-id';
import { type IssueGroup, type RowsAnswer, rowFilter } from '@/lib/contracts/row-api';
import { attributesOf, viewImport } from '@/lib/contracts/view-import';
import { issueGroups, viewRows } from '@/lib/contracts/view-rows';
import { stepOf } from '@/lib/steps';

export const metadata: Metadata = { title: 'Review' };

/** States in which there is no plan to look at. */
const without = ['reading', 'mapping', 'failed', 'cancelled'];

export default async function Review({ params, searchParams }: PageProps<'/imports/[importId]/review'>) {
  await allowPage('imports:read');
  const { store } = await desk();
  const id = readId((await params).importId);
  const view = id === null ? null : await viewImport(store, id);
  if (id === null || !view) notFound();
  if (without.includes(view.state) && !view.protecting) redirect(`/imports/${id}/${stepOf(view.state)}`);
  if (view.rowsRemovedAt) return <RowsRemovedPage view={view} at={view.rowsRemovedAt} current="review" />;
  const attributes = await attributesOf(store, id);
  const shown = (rows: RowsAnswer | null, issues: IssueGroup[] | null) => (
    <AttributesProvider attributes={attributes}>
      <ReviewPage initial={view} rows={rows} issues={issues} />
    </AttributesProvider>
  );
  if (view.state === 'checking' || view.protecting) return shown(null, null);
  const filter = rowFilter.safeParse(await searchParams).data ?? {};
  return shown(
    ...(await Promise.all([viewRows(store, id, { ...filter, offset: 0, limit: 100 }), issueGroups(store, id)])),
  );
}
