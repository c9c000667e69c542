'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, callApi, sentenceOf } from '@/components/shell/api';
import type { ImportView, PutMapping } from '@/lib/contracts/import-api';
import type { MappingDraft } from './use-mapping-draft';

type State =
  | { status: 'idle' }
  | { status: 'busy' }
  /** What the server had against it; what the page itself knows is newer in the draft. */
  | { status: 'refused'; sentences: string[] };

/** Sends the mapping and goes on to the review; what stands against it is shown instead of a button that cannot be pressed. */
export function useCheck(view: ImportView, draft: MappingDraft) {
  const router = useRouter();
  const [state, setState] = useState<State>({ status: 'idle' });
  const [attempt, setAttempt] = useState(0);
  const refuse = (sentences: string[]) => {
    setState({ status: 'refused', sentences });
    setAttempt((now) => now + 1);
  };
  const start = async () => {
    if (draft.problems.length > 0) return refuse([]);
    setState({ status: 'busy' });
    try {
      await callApi<ImportView>('PUT', `/imports/${view.id}/mapping`, bodyOf(draft));
      router.push(`/imports/${view.id}/review`);
    } catch (error) {
      const listed = error instanceof ApiProblem ? error.problem.problems : undefined;
      refuse(listed?.length ? listed : [sentenceOf(error)]);
    }
  };
  const theirs = state.status === 'refused' ? state.sentences : [];
  return {
    start,
    attempt,
    busy: state.status === 'busy',
    shown: attempt === 0 ? [] : [...new Set([...draft.problems, ...theirs])],
  };
}

function bodyOf({ mapping, asksSourceSystem }: MappingDraft): PutMapping {
  const { columns, matchKey, mode, blank, dateOrder, sourceSystem } = mapping;
  return {
    columns: columns.map(({ index, field, reason, confidence }) => ({ index, field, reason, confidence })),
    matchKey: matchKey as NonNullable<typeof matchKey>,
    mode,
    blank,
    dateOrder,
    defaults: { sourceSystem: asksSourceSystem ? sourceSystem : null },
  };
}
