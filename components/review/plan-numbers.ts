/** The numbers of a plan as the pages say them. */
import { formatCount } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';

/** Customers that will be written: create and update. */
export const goingIn = ({ dispositions }: TotalsView): number => dispositions.create + dispositions.update;

export const stayingBehind = (totals: TotalsView): number => totals.rows - goingIn(totals);

/** What the main button does. */
export const importLabel = (totals: TotalsView): string =>
  goingIn(totals) === 0 ? 'Finish without changes' : `Import ${formatCount(goingIn(totals), 'customer')}`;

/** “212 errors and 154 more”: the largest worry first. */
export function behindSentence(totals: TotalsView): string {
  const behind = stayingBehind(totals);
  const errors = totals.states.error;
  const skipped = totals.states.excluded + totals.dispositions.skip;
  if (errors === 0 && behind > 0)
    return skipped === behind ? formatCount(skipped, 'skipped', 'skipped') : 'none has an error';
  if (errors === 0) return 'Nothing stays behind';
  const more = behind - errors;
  return more === 0
    ? formatCount(errors, 'error')
    : `${formatCount(errors, 'error')} and ${formatCount(more, 'more', 'more')}`;
}
