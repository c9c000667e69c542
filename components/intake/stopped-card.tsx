'use client';
import { Alert, Button } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { usePermission } from '@/components/shell/who';
import type { ImportView } from '@/lib/contracts/import-api';
import { Refusal } from './refusal';
import { useUpload } from './upload-provider';
import { useFocusBack } from './use-focus-back';

/** An import that came to its end without a commit: what happened, and how to go on. */
export function StoppedCard({ view }: { view: ImportView }) {
  const { choose } = useUpload();
  const button = useFocusBack();
  const mayUpload = usePermission('imports:write');
  const failed = view.state === 'failed';
  return (
    <>
      <Alert
        color={failed ? 'error' : undefined}
        icon={<Icon name={failed ? 'failed' : 'skip'} />}
        title={failed ? `${view.file.name} could not be read` : `The import of ${view.file.name} was cancelled`}
      >
        <p>{view.error ?? (failed ? 'Upload it again.' : 'Nothing was written to your customers.')}</p>
        {mayUpload && (
          <Button ref={button} variant="filled" onClick={() => choose()}>
            {failed ? 'Upload again' : 'Choose a file'}
          </Button>
        )}
      </Alert>
      <Refusal />
    </>
  );
}
