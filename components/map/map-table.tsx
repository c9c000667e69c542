'use client';
import { Table, VisuallyHidden } from '@mantine/core';
import type { ImportView } from '@/lib/contracts/import-api';
import { MapRow } from './map-row';
import classes from './map-table.module.css';
import { concernsColumn } from './problem-control';
import type { MappingDraft } from './use-mapping-draft';

/** The columns that feed a field, in the order of the file. */
export function MapTable({ view, draft, problems }: { view: ImportView; draft: MappingDraft; problems: string[] }) {
  const rows = view.columns.filter(({ index }) => draft.listed.has(index));
  return (
    <Table className={classes.table} aria-label="Columns and their fields">
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.header}>Your column</Table.Th>
          <Table.Th>Samples</Table.Th>
          <Table.Th className={classes.arrow}>
            <VisuallyHidden>feeds</VisuallyHidden>
          </Table.Th>
          <Table.Th className={classes.field}>Field</Table.Th>
          <Table.Th className={classes.match}>Match</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.length === 0 && (
          <Table.Tr>
            <Table.Td colSpan={5} className={classes.blank}>
              No column has a field yet. Choose fields for the columns below.
            </Table.Td>
          </Table.Tr>
        )}
        {rows.map((column) => (
          <MapRow
            key={column.index}
            column={column}
            draft={draft}
            problem={problems.find((text) => concernsColumn(text, column.index, draft.mapping))}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}
