'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useImport } from '@/components/shell/use-import';
import type { ImportView } from '@/lib/contracts/import-api';
import type { PlanSummary } from '@/lib/contracts/row-api';
import { CommitProgress } from './commit-progress';
import type { Submit } from './submit';
import { SubmitPlan } from './submit-plan';

/** The page Submit: what will happen in numbers, the button that does it, and the progress once it runs. */
export function SubmitPage({ initial, plan, submit }: { initial: ImportView; plan: PlanSummary; submit: Submit }) {
  const router = useRouter();
  const [started, setStarted] = useState<{ from: ImportView; view: ImportView } | null>(null);
  const view = useImport(started?.from === initial ? started.view : initial);

  useEffect(() => {
    if (view.state === 'committed') router.replace(`/imports/${view.id}/report`);
  }, [router, view.state, view.id]);

  if (view.state === 'committing' || view.state === 'committed') return <CommitProgress view={view} />;
  return (
    <SubmitPlan
      view={view}
      plan={plan}
      submit={submit}
      onStarted={() => setStarted({ from: initial, view: { ...initial, state: 'committing' } })}
    />
  );
}
