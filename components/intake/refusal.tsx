'use client';
import { Alert } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { useUpload } from './upload-provider';

/** Why the file that was chosen is not taken: what it is, the limit, and the way out. */
export function Refusal() {
  const { state } = useUpload();
  return (
    <div role="alert">
      {state.status === 'refused' && (
        <Alert color="error" icon={<Icon name="error" />} mt="sm" role="presentation">
          {state.sentence}
        </Alert>
      )}
    </div>
  );
}
