'use client';
import { Table, VisuallyHidden } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import listClasses from '@/components/shell/list-table.module.css';
import type { KeyRecord } from '@/lib/auth/account-store';
import type { KeyActions } from './key-actions';
import { KeyRow } from './key-row';

/** All keys, those that are over too. */
export function KeyTable({
  keys,
  now,
  revokeKey,
}: {
  keys: KeyRecord[];
  now: number;
  revokeKey: KeyActions['revokeKey'];
}) {
  const router = useRouter();
  const [asked, setAsked] = useState<KeyRecord | null>(null);
  return (
    <>
      <Table className={listClasses.table} aria-label="API keys">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>May</Table.Th>
            <Table.Th>Made</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>Expires</Table.Th>
            <Table.Th>
              <VisuallyHidden>Revoke</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} record={key} now={now} onRevoke={() => setAsked(key)} />
          ))}
        </Table.Tbody>
      </Table>
      <Confirm
        opened={asked !== null}
        title={`Revoke ${asked?.name ?? 'the key'}?`}
        keep="Keep the key"
        act="Revoke the key"
        onAct={async () => {
          if (asked) await act(() => revokeKey({ id: asked.id }));
          router.refresh();
          return undefined;
        }}
        onClose={() => setAsked(null)}
      >
        Programs that use it are refused from their next request on. A key that was revoked cannot be used again; make a
        new one instead.
      </Confirm>
    </>
  );
}
