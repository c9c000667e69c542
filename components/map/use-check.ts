'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem, callApi, sentenceOf } from '@/components/shell/api';
import type { ImportView, PutMapping } from '@/lib/contracts/import-api';
import { controlOf } from './problem-control';
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
  const [asked, setAsked] = useState(false);
  const refuse = (sentences: string[]) => {
    setState({ status: 'refused', sentences });
    setAttempt((now) => now + 1);
  };
  const start = async () => {
    // An open question is said once; the next press goes on without an answer.
    if (draft.dateQuestion) setAsked(true);
    if (draft.problems.length > 0 || (draft.dateQuestion && !asked)) return refuse([]);
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
  const shown = attempt === 0 ? [] : [...new Set([...draft.problems, ...theirs])];
  return {
    start,
    attempt,
    busy: state.status === 'busy',
    shown,
    question: asked ? draft.dateQuestion : null,
    /** What stands against the mapping at one control of the page. */
    problemAt: (control: string) => shown.find((problem) => controlOf(problem, draft.mapping) === control),
  };
}

export type Check = ReturnType<typeof useCheck>;

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
