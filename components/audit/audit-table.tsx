'use client';
import { Table } from '@mantine/core';
import listClasses from '@/components/shell/list-table.module.css';
import { Time } from '@/components/shell/time';
import { type AuditView, actionWords } from '@/lib/contracts/audit-api';
import { AuditObjectLink } from './audit-object-link';
import classes from './audit-page.module.css';
import { detailWords } from './audit-words';

const kindWords = { key: 'a program', shell: 'on the server', nobody: 'not signed in', person: '' } as const;

/** One part of the log. */
export function AuditTable({ entries, names }: { entries: AuditView[]; names: Record<string, string> }) {
  return (
    <Table className={`${listClasses.table} ${classes.table}`} aria-label="Audit log">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Who</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th>On</Table.Th>
          <Table.Th>Address</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id}>
            <Table.Td className={`${listClasses.nowrap} ${classes.when}`}>
              <Time value={entry.at} />
            </Table.Td>
            <Table.Td className={`${listClasses.main} ${classes.who}`}>
              <span>{entry.actor.name}</span>
              {kindWords[entry.actor.kind] && <span className={listClasses.note}>{kindWords[entry.actor.kind]}</span>}
            </Table.Td>
            <Table.Td className={`${listClasses.main} ${classes.what}`}>
              <span>{actionWords(entry.action)}</span>
              <span className={listClasses.note}>{detailWords(entry)}</span>
            </Table.Td>
            <Table.Td>{entry.object && <AuditObjectLink object={entry.object} names={names} />}</Table.Td>
            <Table.Td className={listClasses.nowrap}>{entry.address}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
