'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import type { ImportView } from '@/lib/contracts/import-api';
import { type ImportState, stepOf } from '@/lib/steps';
import { useUpload } from './upload-provider';

const words: Record<Exclude<ImportState, 'failed'>, string> = {
  reading: 'Show progress',
  mapping: 'Continue mapping',
  checking: 'Show progress',
  review: 'Continue review',
  committing: 'Show progress',
  committed: 'Open report',
  cancelled: 'Open',
};

/** What a person can do next with an import. It waits for a person where the button is tinted. */
export function ImportAction({ view }: { view: ImportView }) {
  const { choose } = useUpload();
  const { state, id, file, totals } = view;
  if (state === 'failed') {
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
  const waiting = (state === 'mapping' && !empty) || state === 'review';
  const word = empty ? 'Open' : words[state];
  return (
    <Button
      component={Link}
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
