'use client';
import { ActionBar, Button, Text } from '@mantine/core';
import { formatCount } from '@/components/shell/numbers';
import { mostAtOnce } from './grid/grid-store';
import { clearCells, toggleExclusion } from './grid/range-work';
import { useGrid, useGridStore } from './grid/use-grid';

/** What can be done with whole rows that are selected. */
export function SelectionBar() {
  const store = useGridStore();
  const rows = useGrid((grid) => (grid.wholeRows ? grid.area.bottom - grid.area.top + 1 : 0));
  const allOut = useGrid((grid) => grid.wholeRows && grid.row(grid.area.top)?.state === 'excluded');
  const readOnly = useGrid((grid) => grid.readOnly);
  if (readOnly || rows === 0) return null;
  return (
    <ActionBar
      opened
      aria-label="Selected rows"
      onClose={() => store.go(store.focus)}
      position={{ bottom: 44, left: 0, right: 0 }}
    >
      <Text fz="sm" fw={600} px={4}>
        {formatCount(rows, 'row')}
      </Text>
      {rows > mostAtOnce ? (
        <Text fz="sm">Select at most {mostAtOnce} to change them at once.</Text>
      ) : (
        <>
          <Button onClick={() => toggleExclusion(store)}>{allOut ? 'Include' : 'Exclude'}</Button>
          <Button onClick={() => clearCells(store)}>Clear cells</Button>
        </>
      )}
      <ActionBar.CloseButton aria-label="Leave the selection" />
    </ActionBar>
  );
}
