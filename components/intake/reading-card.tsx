'use client';
import { Progress } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { formatPercent, formatSizeOf } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import classes from './upload-progress.module.css';

/** The file has arrived and is read; this goes on when the page is closed. */
export function ReadingCard({ view }: { view: ImportView }) {
  const { done, total } = view.progress;
  return (
    <section className={classes.card} aria-label={`Reading ${view.file.name}`}>
      <span className={classes.icon}>
        <Icon name="sheet" size={20} />
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <b className={classes.name}>{view.file.name}</b>
          {total !== null && <span>{formatPercent(done, total)}</span>}
        </div>
        <Progress
          value={total ? (done / total) * 100 : 0}
          size={6}
          color="var(--focus)"
          aria-label={`Reading ${view.file.name}`}
          transitionDuration={200}
        />
        <div className={classes.line}>
          <span>{total ? `Reading, ${formatSizeOf(done, total)}` : 'Reading…'}</span>
          <span>You can leave this page; reading goes on.</span>
        </div>
      </div>
    </section>
  );
}
