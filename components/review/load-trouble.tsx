'use client';
import { Alert, Button, Group } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { useGrid, useGridStore } from './grid/use-grid';

/** Rows in view could not be loaded: says so, and tries again when told to. */
export function LoadTrouble() {
  const store = useGridStore();
  const hasFailed = useGrid((grid) => grid.source.hasFailed);
  if (!hasFailed) return null;
  return (
    <Alert variant="light" color="error" radius={0} py={8} role="alert" icon={<Icon name="error" />}>
      <Group gap={12}>
        Some rows could not be loaded. Check the connection.
        <Button size="xs" onClick={() => store.source.retry()}>
          Load them again
        </Button>
      </Group>
    </Alert>
  );
}
