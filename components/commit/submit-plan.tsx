'use client';
import { Button, Title } from '@mantine/core';
import { goingIn, importLabel, stayingBehind } from '@/components/review/plan-numbers';
import { ImportFrame } from '@/components/shell/import-frame';
import { planCounts } from '@/components/shell/kinds';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import { OutcomeBar } from '@/components/shell/outcome-bar';
import { usePermission } from '@/components/shell/who';
import type { ImportView, TotalsView } from '@/lib/contracts/import-api';
import type { PlanSummary } from '@/lib/contracts/row-api';
import { PageLink } from '../shell/page-link';
import { ClearedNote } from './cleared-note';
import classes from './commit.module.css';
import { CommitButton } from './commit-button';
import { ImportFacts } from './import-facts';
import { PlanChanges } from './plan-changes';
import { PlanCounts } from './plan-counts';
import type { Submit } from './submit';

interface Props {
  view: ImportView;
  plan: PlanSummary;
  submit: Submit;
  onStarted: () => void;
}

/** What submitting will do, before it is done. */
export function SubmitPlan({ view, plan, submit, onStarted }: Props) {
  const { totals } = view;
  const mayWrite = usePermission('imports:write');
  const back = (
    <Button component={PageLink} href={`/imports/${view.id}/review`} variant="subtle" color="gray">
      Back to review
    </Button>
  );
  return (
    <ImportFrame view={view} current="commit" actions={back}>
      <div className={classes.page}>
        <div className={classes.main}>
          <Title order={1} fz={26} lh="34px" style={{ letterSpacing: '-0.02em' }}>
            {importLabel(totals)}
          </Title>
          <p className={classes.sentence}>{planSentence(totals)}</p>
          <PlanCounts totals={totals} plan={plan} mode={view.options.mode} />
          <OutcomeBar counts={planCounts(totals)} size={10} />
          <ClearedNote plan={plan} updates={totals.dispositions.update} />
          <PlanChanges plan={plan} updates={totals.dispositions.update} />
        </div>
        <aside className={classes.aside}>
          <ImportFacts view={view} />
          {mayWrite && <CommitButton view={view} submit={submit} onStarted={onStarted} />}
          <p className={classes.note}>
            {mayWrite
              ? 'You can close this page while it runs. It goes on and stays in the list of imports.'
              : 'An editor or an administrator can submit this import.'}
          </p>
        </aside>
      </div>
    </ImportFrame>
  );
}

export function planSentence(totals: TotalsView): string {
  const { create, update } = totals.dispositions;
  const behind = stayingBehind(totals);
  const skipped = behind > 0 && planCounts(totals).skip === behind ? ': skipped' : '';
  const stay =
    behind === 0 ? 'No row stays behind.' : `${formatCount(behind, 'row stays', 'rows stay')} behind${skipped}.`;
  if (goingIn(totals) === 0) return `No customer is created or updated. ${stay}`;
  const parts = [
    create > 0 && `${formatNumber(create)} ${create === 1 ? 'is' : 'are'} new`,
    update > 0 && `${formatNumber(update)} will be updated`,
  ];
  return `${parts.filter(Boolean).join(', ')}. ${stay}`;
}
