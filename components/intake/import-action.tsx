'use client';
import { Button } from '@mantine/core';
import { usePermission } from '@/components/shell/who';
import type { ImportView } from '@/lib/contracts/import-api';
import { type ImportState, stepOf } from '@/lib/steps';
import { PageLink } from '../shell/page-link';
import { useUpload } from './upload-provider';

/** What it is called for those who may not change anything. */
const reading: Partial<Record<ImportState, string>> = { mapping: 'Open', review: 'Open review' };

const words: Record<ImportState, string> = {
  reading: 'Show progress',
  mapping: 'Continue mapping',
  checking: 'Show progress',
  review: 'Continue review',
  committing: 'Show progress',
  committed: 'Open report',
  failed: 'Open',
  cancelled: 'Open',
};

/** What a person can do next with an import. It waits for a person where the button is tinted. */
export function ImportAction({ view }: { view: ImportView }) {
  const { choose } = useUpload();
  const mayWrite = usePermission('imports:write');
  const { state, id, file, totals } = view;
  if (state === 'failed' && mayWrite) {
    return (
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        onClick={() => choose()}
        aria-label={`Upload again: ${file.name}`}
      >
        Upload again
      </Button>
    );
  }
  // Without rows there is nothing to map: the Upload page says what can be done.
  const empty = state === 'mapping' && totals.rows === 0;
  const waiting = mayWrite && ((state === 'mapping' && !empty) || state === 'review');
  const word = empty ? 'Open' : wordFor(state, mayWrite);
  return (
    <Button
      component={PageLink}
      href={`/imports/${id}/${stepOf(state)}`}
      size="xs"
      variant={waiting ? 'light' : 'subtle'}
      color={waiting ? undefined : 'gray'}
      aria-label={`${word}: ${file.name}`}
    >
      {word}
    </Button>
  );
}

const wordFor = (state: ImportState, mayWrite: boolean): string =>
  (mayWrite ? undefined : reading[state]) ?? words[state];
