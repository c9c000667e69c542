'use client';
import { Alert, Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';
import type { ImportView } from '@/lib/contracts/import-api';
import { Refusal } from './refusal';
import { useUpload } from './upload-provider';

/** An import that came to its end without a commit: what happened, and how to go on. */
export function StoppedCard({ view }: { view: ImportView }) {
  const { state, choose } = useUpload();
  const button = useRef<HTMLButtonElement>(null);
  const refused = state.status === 'refused';
  useEffect(() => {
    if (refused) button.current?.focus();
  }, [refused]);
  const failed = view.state === 'failed';
  return (
    <>
      <Alert
        color={failed ? 'error' : undefined}
        icon={<Icon name={failed ? 'failed' : 'skip'} />}
        title={failed ? `${view.file.name} could not be read` : `The import of ${view.file.name} was cancelled`}
      >
        <p>{failed ? (view.error ?? 'Upload it again.') : 'Nothing was written to your customers.'}</p>
        <Button ref={button} variant="filled" onClick={() => choose()}>
          {failed ? 'Upload again' : 'Choose a file'}
        </Button>
      </Alert>
      <Refusal />
    </>
  );
}
