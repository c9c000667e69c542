/** What the report says on top: true to the last row, and never all green where something failed. */
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { ImportView, TotalsView } from '@/lib/contracts/import-api';

/** Rows that were skipped because a person stopped the commit: more than the plan skips. */
export const stopped = ({ outcomes, states, dispositions }: TotalsView): number =>
  Math.max(0, outcomes.skipped - states.excluded - dispositions.skip);

export function headline(totals: TotalsView): string {
  const { created, updated, unchanged } = totals.outcomes;
  if (created + updated === 0 && unchanged > 0 && trouble(totals) === null)
    return unchanged === 1 ? 'The customer was up to date' : `All ${formatNumber(unchanged)} customers were up to date`;
  if (created + updated === 0) return 'No customers imported';
  return `${formatCount(created + updated, 'customer')} ${created === 0 ? 'updated' : 'imported'}`;
}

/** Why a row is in conflict, in the words its own message has. */
export const conflictSentence = 'The customer was changed by someone else after the review. Nothing was overwritten.';

/** What was not imported although it should have been; null where all went well. */
export function trouble(totals: TotalsView): string | null {
  const { failed, conflict } = totals.outcomes;
  const left = stopped(totals);
  const parts = [
    { count: failed, words: 'failed' },
    { count: conflict, words: conflict === 1 ? 'is in conflict' : 'are in conflict' },
    { count: left, words: `${left === 1 ? 'was' : 'were'} skipped because the import was stopped` },
  ].filter((part) => part.count > 0);
  const [only, ...others] = parts;
  if (!only) return null;
  if (others.length === 0) return `${formatCount(only.count, 'row')} ${only.words}.`;
  const said = parts.map((part) => `${formatNumber(part.count)} ${part.words}`);
  return `${formatCount(failed + conflict + left, 'row was', 'rows were')} not: ${said.slice(0, -1).join(', ')} and ${said.at(-1)}.`;
}

/** “in 24 seconds”, where start and end are known. */
export function took(view: ImportView): string {
  if (!view.startedCommitAt || !view.finishedAt) return '';
  const seconds = Math.max(1, Math.round((Date.parse(view.finishedAt) - Date.parse(view.startedCommitAt)) / 1000));
  return seconds < 90
    ? `in ${formatCount(seconds, 'second')}`
    : `in ${formatCount(Math.round(seconds / 60), 'minute')}`;
}

/** Shares in percent with one digit that add up to 100.0 (largest remainder). */
export function shares(counts: readonly number[]): string[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return counts.map(() => '0.0 %');
  const exact = counts.map((count) => (count / sum) * 1000);
  const floor = exact.map(Math.floor);
  let rest = 1000 - floor.reduce((total, one) => total + one, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest);
  for (const { index } of order) {
    if (rest-- <= 0) break;
    floor[index] = (floor[index] ?? 0) + 1;
  }
  return floor.map((tenths) => `${(tenths / 10).toFixed(1)} %`);
}
