import { ImportFrame } from '@/components/shell/import-frame';
import type { ImportView } from '@/lib/contracts/import-api';
import { type StepPath, steps } from '@/lib/steps';
import { RowsRemoved } from './rows-removed';
import classes from './rows-removed.module.css';

/** A step of an import whose rows are not kept any more. */
export function RowsRemovedPage({ view, at, current }: { view: ImportView; at: string; current: StepPath }) {
  return (
    <ImportFrame view={view} current={current}>
      <div className={classes.page}>
        <h1 className={classes.hidden}>{steps.find(({ path }) => path === current)?.label}</h1>
        <RowsRemoved at={at} />
      </div>
    </ImportFrame>
  );
}
