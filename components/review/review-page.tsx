'use client';
import { ImportFrame } from '@/components/shell/import-frame';
import { useImport } from '@/components/shell/use-import';
import type { ImportView } from '@/lib/contracts/import-api';
import type { IssueGroup, RowsAnswer } from '@/lib/contracts/row-api';
import { CheckingProgress } from './checking-progress';
import { ReviewRows } from './review-rows';

/** The page Review: progress while rows are checked, then every row and what will happen to it. */
export function ReviewPage({
  initial,
  rows,
  issues,
}: {
  initial: ImportView;
  /** The first rows of the filter and the causes, where they were ready when the page was asked for. */
  rows: RowsAnswer | null;
  issues: IssueGroup[] | null;
}) {
  const view = useImport(initial);
  if (view.state !== 'checking' && view.state !== 'reading')
    return <ReviewRows view={view} rows={rows} issues={issues} />;
  return (
    <ImportFrame view={view} current="review">
      <CheckingProgress view={view} />
    </ImportFrame>
  );
}
