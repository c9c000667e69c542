'use client';
import { Table, VisuallyHidden } from '@mantine/core';
import { isMoving } from '@/components/shell/motion';
import { useRefreshEvery } from '@/components/shell/use-refresh-every';
import type { ImportView } from '@/lib/contracts/import-api';
import classes from './import-list.module.css';
import { ImportRow } from './import-row';

/** The imports, newest first. Rows that the server works on move on their own. */
export function ImportList({ imports }: { imports: ImportView[] }) {
  useRefreshEvery(
    2000,
    imports.some((view) => isMoving(view.state)),
  );
  const withPeople = imports.some((view) => view.createdBy !== null);
  return (
    <Table className={classes.table} highlightOnHover aria-label="Imports">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">File</Table.Th>
          <Table.Th w={116}>State</Table.Th>
          <Table.Th w={84} className={classes.number}>
            Rows
          </Table.Th>
          <Table.Th w="22%">Outcomes</Table.Th>
          {withPeople && <Table.Th w={120}>By</Table.Th>}
          <Table.Th w={112}>Started</Table.Th>
          <Table.Th w={112}>
            <VisuallyHidden>Action</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {imports.map((view) => (
          <ImportRow key={view.id} view={view} withPeople={withPeople} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
