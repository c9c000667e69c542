'use client';
import { Button, Table, VisuallyHidden } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { act } from '@/components/shell/api';
import { Confirm } from '@/components/shell/confirm';
import listClasses from '@/components/shell/list-table.module.css';
import { roleWords } from '@/components/shell/role-words';
import { Time } from '@/components/shell/time';
import { useFocusKept } from '@/components/shell/use-focus-kept';
import type { InvitationRecord } from '@/lib/auth/account-store';
import type { PeopleActions } from './people-actions';
import classes from './people-page.module.css';

/** Invitations that nobody has taken yet. */
export function Invitations({
  invitations,
  withdraw,
}: {
  invitations: InvitationRecord[];
  withdraw: PeopleActions['withdrawInvitation'];
}) {
  const router = useRouter();
  useFocusKept(invitations.length);
  const [asked, setAsked] = useState<InvitationRecord | null>(null);
  return (
    <section className={classes.invitations} aria-labelledby="invitations">
      <h2 id="invitations">Open invitations</h2>
      <Table className={listClasses.table} aria-labelledby="invitations">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Email</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th>Invited by</Table.Th>
            <Table.Th>Can be taken until</Table.Th>
            <Table.Th>
              <VisuallyHidden>Withdraw</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invitations.map((invitation) => (
            <Table.Tr key={invitation.id}>
              <Table.Td className={listClasses.main}>
                <span>{invitation.email}</span>
              </Table.Td>
              <Table.Td>{roleWords[invitation.role]}</Table.Td>
              <Table.Td>
                <span className={listClasses.label}>by </span>
                {invitation.createdBy}
              </Table.Td>
              <Table.Td className={listClasses.nowrap}>
                <span className={listClasses.label}>until </span>
                <Time value={new Date(invitation.expiresAt).toISOString()} />
              </Table.Td>
              <Table.Td className={listClasses.actions}>
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  aria-label={`Withdraw the invitation of ${invitation.email}`}
                  onClick={() => setAsked(invitation)}
                >
                  Withdraw
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Confirm
        opened={asked !== null}
        title="Withdraw the invitation?"
        keep="Keep the invitation"
        act="Withdraw the invitation"
        onAct={async () => {
          if (asked) await act(() => withdraw({ id: asked.id }));
          router.refresh();
          return undefined;
        }}
        onClose={() => setAsked(null)}
      >
        The link that was made for {asked?.email ?? 'them'} stops working.
      </Confirm>
    </section>
  );
}
