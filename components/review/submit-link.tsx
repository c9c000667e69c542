'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useState } from 'react';
import { usePermission } from '@/components/shell/who';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { ImportState } from '@/lib/steps';
import { PageLink } from '../shell/page-link';
import { useGridStore } from './grid/use-grid';
import { importLabel } from './plan-numbers';

/** To the page Submit, with the number; edits on their way are saved before. */
export function SubmitLink({ id, totals, state }: { id: number; totals: TotalsView; state: ImportState }) {
  const store = useGridStore();
  const router = useRouter();
  const [waiting, setWaiting] = useState(false);
  const mayWrite = usePermission('imports:write');
  const href = `/imports/${id}/commit`;
  if (state === 'committed')
    return (
      <Button component={PageLink} href={`/imports/${id}/report`} variant="filled" size="md">
        Show the report
      </Button>
    );
  if (!mayWrite)
    return (
      <Button component={PageLink} href={href} size="md">
        {state === 'committing' ? 'Show the progress' : 'Show the plan'}
      </Button>
    );
  const leave = async (event: MouseEvent) => {
    if (store.edits.queue.size === 0) return;
    event.preventDefault();
    setWaiting(true);
    await store.edits.settled();
    setWaiting(false);
    if (store.edits.failures.size === 0) router.push(href);
  };
  return (
    <Button
      component={PageLink}
      href={href}
      variant="filled"
      size="md"
      loading={waiting}
      onClick={(event) => void leave(event)}
    >
      {state === 'committing' ? 'Show the progress' : importLabel(totals)}
    </Button>
  );
}
