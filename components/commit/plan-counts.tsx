import { Icon } from '@/components/shell/icon';
import { kindOrder, kinds, planCounts } from '@/components/shell/kinds';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { PlanSummary } from '@/lib/contracts/row-api';
import type { Mode } from '@/lib/mapping';
import classes from './commit.module.css';

/** The six numbers that add up to all rows. */
export function PlanCounts({ totals, plan, mode }: { totals: TotalsView; plan: PlanSummary; mode: Mode }) {
  const counts = planCounts(totals);
  const notes = {
    create: 'new customers',
    update: changesNote(plan),
    unchanged: 'already the same',
    skip: skipNote(totals, mode),
    conflict: 'changed by someone else after the review',
    failed: 'not imported',
  };
  return (
    <ul className={classes.counts} aria-label="Rows by plan">
      {kindOrder.map((kind) => (
        <li key={kind}>
          <span className={classes.kind}>
            <span style={{ color: `var(--${kinds[kind].token})` }}>
              <Icon name={kind === 'failed' ? 'error' : kinds[kind].icon} />
            </span>
            {kinds[kind].word.toLowerCase()}
          </span>
          <b>{formatNumber(counts[kind])}</b>
          {counts[kind] > 0 && <span className={classes.small}>{notes[kind]}</span>}
        </li>
      ))}
    </ul>
  );
}

function changesNote({ fields }: PlanSummary): string {
  const values = fields.reduce((sum, field) => sum + field.set + field.changed + field.cleared, 0);
  return `${formatCount(values, 'value')} in ${formatCount(fields.length, 'field')}`;
}

function skipNote({ states, dispositions }: TotalsView, mode: Mode): string {
  if (dispositions.skip === 0) return 'by you';
  const ruled = mode === 'create' ? 'there already' : 'not there yet';
  return states.excluded === 0
    ? ruled
    : `${formatNumber(states.excluded)} by you, ${formatNumber(dispositions.skip)} ${ruled}`;
}
