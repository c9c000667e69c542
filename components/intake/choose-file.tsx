'use client';
import { Button } from '@mantine/core';
import { useUpload } from './upload-provider';

/** Opens the file dialog, from where a page has no drop zone at hand. */
export function ChooseFile({ label = 'Choose a file' }: { label?: string }) {
  const { choose } = useUpload();
  return (
    <Button variant="filled" onClick={() => choose()}>
      {label}
    </Button>
  );
}
