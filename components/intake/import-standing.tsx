'use client';
import { Progress } from '@mantine/core';
import { outcomeCounts, planCounts } from '@/components/shell/kinds';
import { isMoving } from '@/components/shell/motion';
import { formatCount, formatNumber, formatPercent } from '@/components/shell/numbers';
import { OutcomeBar } from '@/components/shell/outcome-bar';
import type { ImportView, TotalsView } from '@/lib/contracts/import-api';
import classes from './import-standing.module.css';

/** How an import stands, as a bar and a sentence. */
export function ImportStanding({ view }: { view: ImportView }) {
  return (
    <div className={classes.root}>
      <StandingBar view={view} />
      <span className={classes.sentence}>{standingSentence(view)}</span>
    </div>
  );
}

function StandingBar({ view }: { view: ImportView }) {
  const { state, totals, progress, file } = view;
  if (state === 'review' && totals.rows > 0) return <OutcomeBar counts={planCounts(totals)} className={classes.bar} />;
  if (state === 'committed' && totals.rows > 0)
    return <OutcomeBar counts={outcomeCounts(totals)} tense="outcome" className={classes.bar} />;
  if (!isMoving(state) || !progress.total) return null;
  return (
    <Progress
      value={(progress.done / progress.total) * 100}
      size={8}
      radius={4}
      color="var(--focus)"
      className={classes.bar}
      aria-label={file.name}
      transitionDuration={200}
    />
  );
}

function standingSentence({ state, totals, progress, columns, error }: ImportView): string {
  const { done, total } = progress;
  switch (state) {
    case 'reading':
      return total ? `${formatPercent(done, total)} read` : 'Reading…';
    case 'mapping':
      return totals.rows === 0
        ? 'No rows found'
        : `${formatNumber(columns.filter((column) => column.field).length)} of ${formatCount(columns.length, 'column')} matched`;
    case 'checking':
    case 'committing':
      return total ? `${formatNumber(done)} of ${formatCount(total, 'row')}` : 'One moment…';
    case 'review':
      return reviewSentence(totals);
    case 'committed':
      return committedSentence(totals);
    case 'failed':
      return error ?? 'The file could not be read. Upload it again.';
    case 'cancelled':
      return 'Nothing was written';
  }
}

function reviewSentence({ states, dispositions }: TotalsView): string {
  if (states.error > 0) return `${formatCount(states.error, 'error')} to fix`;
  const ready = dispositions.create + dispositions.update;
  return ready > 0 ? `${formatCount(ready, 'customer')} ready to import` : 'Nothing to change';
}

/** `5,083 written · 10 failed`, or `488 updated` where only one thing happened. */
function committedSentence({ outcomes: { created, updated, conflict, failed } }: TotalsView): string {
  const written = created + updated;
  const said = written === 0 ? 'Nothing to change' : `${formatNumber(written)} ${writtenWord(created, updated)}`;
  const behind = [
    conflict > 0 && `${formatNumber(conflict)} ${conflict === 1 ? 'conflict' : 'conflicts'}`,
    failed > 0 && `${formatNumber(failed)} failed`,
  ];
  return [written === 0 && (conflict > 0 || failed > 0) ? null : said, ...behind].filter(Boolean).join(' · ');
}

const writtenWord = (created: number, updated: number) =>
  created === 0 ? 'updated' : updated === 0 ? 'created' : 'written';
