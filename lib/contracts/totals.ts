import type { ImportRecord } from '../import-store';
import type { Totals } from '../records';
import type { ReviewStore } from '../store';

/** Before the check there is nothing to count but rows. */
export const noTotals = (rows: number): Totals => ({
  rows,
  states: { ok: 0, warning: 0, error: 0, excluded: 0 },
  dispositions: { create: 0, update: 0, unchanged: 0, skip: 0, conflict: 0 },
  outcomes: { created: 0, updated: 0, unchanged: 0, skipped: 0, conflict: 0, failed: 0 },
  autoChanged: 0,
  warnings: 0,
});

/**
 * Counting a million rows takes time and between two revisions nothing changes, so totals are remembered by revision.
 * The promise is: those who ask while it is being counted wait for the same count.
 */
const remembered = new Map<number, { at: string; totals: Promise<Totals> }>();
const mostRemembered = 200;

/** The totals of an import as it stands. */
export async function totalsOf(store: Pick<ReviewStore, 'readTotals'>, record: ImportRecord): Promise<Totals> {
  const { id, state, revision, generation, createdAt } = record;
  if (state === 'reading' || state === 'mapping' || state === 'checking') return noTotals(record.rows);
  // A commit that begins changes no plan, and its outcomes are counted elsewhere.
  const at = [state === 'committing' ? 'review' : state, revision, generation, createdAt].join('/');
  const known = remembered.get(id);
  if (known?.at === at) return known.totals;
  const totals = store.readTotals(id);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(id, { at, totals });
  totals.catch(() => {
    if (remembered.get(id)?.totals === totals) remembered.delete(id);
  });
  return totals;
}
