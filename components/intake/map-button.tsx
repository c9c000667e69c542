'use client';
import { Button } from '@mantine/core';
import { formatCount } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import { PageLink } from '../shell/page-link';

/** On to the mapping. A file without rows stays here, so that its header row can be changed. */
export function MapButton({ view }: { view: ImportView }) {
  const label = `Map ${formatCount(view.columns.length, 'column')}`;
  if (view.totals.rows === 0) {
    return (
      <Button variant="filled" size="md" disabled>
        {label}
      </Button>
    );
  }
  return (
    <Button component={PageLink} href={`/imports/${view.id}/map`} variant="filled" size="md">
      {label}
    </Button>
  );
}
