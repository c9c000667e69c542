'use client';
import { Table } from '@mantine/core';
import { useLabels } from '@/components/shell/attributes';
import { ImportFrame } from '@/components/shell/import-frame';
import { ScrollRegion } from '@/components/shell/scroll-region';
import type { ImportView } from '@/lib/contracts/import-api';
import { matchKeyLabels } from '@/lib/mapping';
import { columnLetters } from '@/lib/row';
import { ColumnName } from './column-name';
import classes from './map-page.module.css';
import tableClasses from './map-table.module.css';

const modeWords = { upsert: 'Create and update', create: 'Create only', update: 'Update only' } as const;
const blankWords = {
  keep: 'A blank cell keeps what the customer has.',
  clear: 'A blank cell clears the field.',
} as const;

/** The mapping told, where it is not to be changed any more, or not by this person. */
export function MappingShown({ view }: { view: ImportView }) {
  const labelOf = useLabels();
  const { matchKey, mode, blank } = view.options;
  const find = view.state === 'committed' ? 'found' : 'find';
  return (
    <ImportFrame view={view} current="map">
      <ScrollRegion className={classes.main} aria-label="Mapping">
        <h1 className={classes.hidden}>Map</h1>
        <p className={classes.told}>
          {matchKey && `Rows ${find} their customers by ${matchKeyLabels[matchKey]}. `}
          {modeWords[mode]}. {blankWords[blank]}
        </p>
        <Table className={tableClasses.table} aria-label="Columns and their fields">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={tableClasses.header}>Your column</Table.Th>
              <Table.Th>Field</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.columns.map((column) => (
              <Table.Tr key={column.index}>
                <Table.Td className={tableClasses.header}>
                  <span className={tableClasses.letters}>{columnLetters(column.index)}</span>
                  <ColumnName column={column} />
                </Table.Td>
                <Table.Td>{column.field ? labelOf(column.field) : <Ignored />}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </ImportFrame>
  );
}

const Ignored = () => <span className={tableClasses.blank}>ignored</span>;
