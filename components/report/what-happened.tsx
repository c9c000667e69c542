'use client';
import { useAttributes, useLabels } from '@/components/shell/attributes';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { RowView } from '@/lib/contracts/row-api';
import { brief } from '@/lib/customer/brief';
import { changeLines } from '@/lib/plan/change-lines';
import classes from './report.module.css';
import { conflictSentence } from './report-words';

const shownChanges = 2;

/** What was done to a row, or why not, in one line; warnings stand behind it. */
export function WhatHappened({ row }: { row: RowView }) {
  const labelOf = useLabels();
  const warnings = row.issues.filter((one) => one.severity === 'warning');
  return (
    <span className={classes.happened}>
      <Story row={row} />
      {row.outcome !== 'failed' &&
        warnings.map((one) => (
          <span key={`${one.field} ${one.code}`} className={classes.warning}>
            <Icon name="warning" size={14} label="Warning" />
            {label(one.field, labelOf)}
            {one.message}
          </span>
        ))}
    </span>
  );
}

function Story({ row }: { row: RowView }) {
  const labelOf = useLabels();
  const written = row.outcome === 'created' || row.outcome === 'updated' || row.outcome === 'unchanged';
  // Of what was written there is only something to say where the row was erased.
  if (written && row.message) return <span className={classes.quiet}>{row.message}</span>;
  if (row.outcome === 'created') return 'new customer';
  if (row.outcome === 'updated') return <Changes patch={row.patch} />;
  if (row.outcome === 'unchanged') return <span className={classes.quiet}>already the same</span>;
  if (row.outcome === 'skipped') return <span className={classes.quiet}>{row.message ?? 'skipped'}</span>;
  const errors = row.issues.filter((one) => one.severity === 'error');
  if (row.outcome === 'failed' && errors.length > 0)
    return errors.map((one) => (
      <span key={`${one.field} ${one.code}`}>
        {label(one.field, labelOf)}
        {one.message}
      </span>
    ));
  return row.message ?? (row.outcome === 'conflict' ? conflictSentence : '');
}

const label = (field: string | null, labelOf: (field: string) => string) =>
  field === null ? '' : `${labelOf(field)}: `;

function Changes({ patch }: { patch: RowView['patch'] }) {
  const changes = changeLines(patch, useAttributes());
  const more = changes.length - shownChanges;
  return (
    <>
      {changes.slice(0, shownChanges).map(({ field, label: called, old, now }) => (
        <span key={called} className={classes.change}>
          <span className={classes.quiet}>{called}</span>
          {old !== null && <s>{brief(field, old)}</s>}
          <Icon name="arrow" size={12} label="becomes" />
          <b>{now === null ? 'blank' : brief(field, now)}</b>
        </span>
      ))}
      {more > 0 && <span className={classes.quiet}>and {formatCount(more, 'more field')}</span>}
    </>
  );
}
