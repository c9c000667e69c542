'use client';
import { Alert, Button, Group, Progress, Title } from '@mantine/core';
import { goingIn } from '@/components/review/plan-numbers';
import { Icon } from '@/components/shell/icon';
import { ImportFrame } from '@/components/shell/import-frame';
import { formatCount, formatNumber, formatPercent } from '@/components/shell/numbers';
import { usePermission } from '@/components/shell/who';
import type { ImportView } from '@/lib/contracts/import-api';
import { PageLink } from '../shell/page-link';
import classes from './commit.module.css';
import { OutcomesSoFar } from './outcomes-so-far';
import { timeLeft } from './progress-rate';
import { StopButton } from './stop-button';
import { useRate } from './use-rate';

/** The commit while it runs, with real numbers. */
export function CommitProgress({ view }: { view: ImportView }) {
  // Once committed, and until the report is there, all rows are done.
  const { done, total } =
    view.state === 'committed' ? { done: view.totals.rows, total: view.totals.rows } : view.progress;
  const mayWrite = usePermission('imports:write');
  const known = total !== null && total > 0;
  const perSecond = useRate(done);
  const customers = goingIn(view.totals);
  return (
    <ImportFrame view={view} current="commit">
      <div className={classes.progress}>
        <div className={classes.progressHead}>
          <Title order={1} fz={26} lh="34px" style={{ letterSpacing: '-0.02em' }}>
            {customers > 0 ? `Importing ${formatCount(customers, 'customer')}` : 'Importing'}
          </Title>
          {known && <span className={classes.percent}>{formatPercent(done, total)}</span>}
        </div>
        <Progress.Root size={10} radius={2}>
          <Progress.Section value={known ? (done / total) * 100 : 0} color="var(--focus)" aria-label="Rows done" />
        </Progress.Root>
        <div className={classes.progressLine}>
          <span>
            {known
              ? `${formatNumber(done)} of ${formatCount(total, 'row')}`
              : formatCount(done, 'row so far', 'rows so far')}
            {perSecond !== null && ` · ${formatNumber(Math.round((perSecond * 60) / 100) * 100)} rows/min`}
          </span>
          {known && perSecond !== null && done < total && <span>{timeLeft(total - done, perSecond)}</span>}
        </div>
        <OutcomesSoFar totals={view.totals} />
        <Group gap={8} mt={24} mb={24}>
          {mayWrite && <StopButton id={view.id} />}
          <Button component={PageLink} href="/imports" variant="subtle" color="gray">
            Back to imports
          </Button>
        </Group>
        <Alert
          variant="light"
          color="petrol"
          icon={<Icon name="clock" />}
          styles={{ message: { color: 'var(--ink)' } }}
        >
          You can close the browser. The import goes on.
          {mayWrite && ' Stopping keeps the rows written so far; the rest is skipped.'}
        </Alert>
      </div>
    </ImportFrame>
  );
}
