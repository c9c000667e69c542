'use client';
import { Table, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import listClasses from '@/components/shell/list-table.module.css';
import { Problem } from '@/components/shell/problem';
import type { PersonRecord } from '@/lib/auth/account-store';
import type { PeopleActions } from './people-actions';
import classes from './people-page.module.css';
import { PersonRow } from './person-row';

/** Everybody who has an account. */
export function PeopleTable({ people, actions }: { people: PersonRecord[]; actions: PeopleActions }) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const tell = (told: { said?: string; problem?: string }) => {
    setSaid(told.said ?? '');
    setProblem(told.problem);
  };
  return (
    <>
      <p role="status" className={classes.said}>
        {said}
      </p>
      <Problem sentence={problem} mb="sm" />
      <Table className={listClasses.table} aria-label="People">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Person</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Second factor</Table.Th>
            <Table.Th>Last seen</Table.Th>
            <Table.Th>
              <VisuallyHidden>Access</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} actions={actions} tell={tell} />
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
