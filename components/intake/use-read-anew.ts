'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { z } from 'zod';
import { callApi, sentenceOf } from '@/components/shell/api';
import type { ImportView, intakePlan, PutIntake } from '@/lib/contracts/import-api';

export type Lost = z.infer<typeof intakePlan>['lost'];

type State =
  | { status: 'idle' }
  | { status: 'busy' }
  | { status: 'asking'; change: PutIntake; lost: Lost }
  | { status: 'refused'; sentence: string };

/** Reads the file differently: asks first what would be lost, and only goes on by itself where that is nothing. */
export function useReadAnew(view: ImportView) {
  const router = useRouter();
  const [state, setState] = useState<State>({ status: 'idle' });
  const path = `/imports/${view.id}/intake`;

  const attempt = async (work: () => Promise<void>) => {
    setState({ status: 'busy' });
    try {
      await work();
    } catch (error) {
      setState({ status: 'refused', sentence: sentenceOf(error) });
    }
  };
  const put = async (change: PutIntake) => {
    await callApi<ImportView>('PUT', path, change);
    setState({ status: 'idle' });
    router.refresh();
  };
  return {
    busy: state.status === 'busy',
    lost: state.status === 'asking' ? state.lost : null,
    sentence: state.status === 'refused' ? state.sentence : null,
    change: (change: PutIntake) =>
      attempt(async () => {
        const { lost } = await callApi<{ lost: Lost }>('PUT', `${path}?plan=1`, change);
        if (lost.length > 0) setState({ status: 'asking', change, lost });
        else await put(change);
      }),
    confirm: () => state.status === 'asking' && attempt(() => put(state.change)),
    dismiss: () => setState({ status: 'idle' }),
  };
}
