import type { RowQuery, ShownRow } from '../records';
import { reasonOf } from '../review/reason';
import { isCorrected, type Seals, sealsOf, shownCells } from '../review/shown-cells';
import type { ReviewStore, Store } from '../store';
import { showPatch, showValues } from './masked';
import type { IssueGroup, NextAnswer, PlanSummary, RowsAnswer, RowView } from './row-api';
import { givenValues } from './row-values';

/** A window of the rows of an import inside a filter, with the number of rows the filter holds. */
export async function viewRows(
  store: Pick<Store, 'countRows' | 'readRows' | 'readImport' | 'vault'>,
  importId: number,
  { offset = 0, limit = 100, ...query }: RowQuery & { offset?: number; limit?: number },
): Promise<RowsAnswer> {
  const [total, rows] = await Promise.all([
    store.countRows(importId, query),
    store.readRows(importId, query, offset, limit),
  ]);
  // Only such rows have cells of which the protected columns tell whether they are shown.
  const seals = sealsOf(store.vault, rows.some(isCorrected) ? await store.readImport(importId) : null);
  return { total, rows: rows.map((row) => viewRow(row, seals)) };
}

export const issueGroups = (store: Pick<ReviewStore, 'readIssueCounts'>, importId: number): Promise<IssueGroup[]> =>
  store.readIssueCounts(importId);

export async function planSummary(store: Pick<ReviewStore, 'readFieldCounts'>, importId: number): Promise<PlanSummary> {
  const fields = await store.readFieldCounts(importId);
  const most = (of: (typeof fields)[number]) => of.set + of.changed + of.cleared;
  return { fields: fields.sort((one, other) => most(other) - most(one)) };
}

/** The next row with an error inside a filter (or the next row of the filter, where it names a state), and its place. */
export async function nextRow(
  store: Pick<ReviewStore, 'nextRow' | 'readPlace' | 'readRow'>,
  importId: number,
  { from, back, ...query }: RowQuery & { from: number; back: boolean },
): Promise<NextAnswer> {
  const wanted = query.state || query.issue ? query : { ...query, state: 'error' as const };
  const row = await store.nextRow(importId, wanted, from, back);
  if (row === null) return null;
  const [offset, found] = await Promise.all([store.readPlace(importId, query, row), store.readRow(importId, row)]);
  const issue = found?.issues.find((each) => each.severity === 'error') ?? found?.issues[0];
  return { row, offset, field: issue?.field ?? null };
}

/** A row as everybody may see it: what is sealed is masked. */
export function viewRow(row: ShownRow, seals: Seals): RowView {
  const { vault } = seals;
  const message = reasonOf(row);
  return {
    row: row.row,
    state: row.plan.state,
    disposition: row.plan.disposition,
    cells: shownCells(row, seals),
    edited: Object.keys(row.edits).map(Number),
    values: showValues(vault, givenValues(row.plan.values)),
    issues: row.issues,
    changed: row.plan.changed,
    patch: showPatch(vault, row.plan.patch),
    customerId: row.outcome ? row.outcome.customerId : row.plan.disposition === 'create' ? null : row.plan.targetId,
    ...(row.outcome ? { outcome: row.outcome.outcome } : {}),
    ...(message ? { message } : {}),
  };
}
