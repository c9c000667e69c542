'use client';
import { Badge, Table } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import listClasses from '@/components/shell/list-table.module.css';
import { Time } from '@/components/shell/time';
import { useWho } from '@/components/shell/who';
import type { PersonRecord } from '@/lib/auth/account-store';
import { AccessButton } from './access-button';
import type { PeopleActions } from './people-actions';
import classes from './people-page.module.css';
import { RoleSelect } from './role-select';

/** One person of the list. */
export function PersonRow({
  person,
  actions,
  tell,
}: {
  person: PersonRecord;
  actions: PeopleActions;
  tell: (told: { said?: string; problem?: string }) => void;
}) {
  const isMe = useWho().id === person.id;
  const { name, email, disabled, twoFactorEnabled, lastSeenAt } = person;
  return (
    <Table.Tr className={disabled ? listClasses.out : undefined}>
      <Table.Td className={listClasses.main}>
        <b className={classes.name}>
          {name}
          {isMe && <span className={classes.you}>you</span>}
        </b>
        <span className={listClasses.note}>{email}</span>
      </Table.Td>
      <Table.Td>
        <RoleSelect person={person} isMe={isMe} changeRole={actions.changeRole} tell={tell} />
      </Table.Td>
      <Table.Td className={listClasses.nowrap}>
        <span className={classes.flag}>
          <span className={listClasses.label}>Second factor </span>
          {twoFactorEnabled && <Icon name="check" size={14} />}
          {twoFactorEnabled ? 'On' : 'Off'}
        </span>
      </Table.Td>
      <Table.Td className={listClasses.nowrap}>
        <span className={listClasses.label}>Last seen </span>
        {lastSeenAt === null ? 'Never' : <Time value={new Date(lastSeenAt).toISOString()} />}
      </Table.Td>
      <Table.Td className={listClasses.actions}>
        {disabled && (
          <Badge color="skip" variant="outline" leftSection={<Icon name="skip" size={13} />} mr={8}>
            Disabled
          </Badge>
        )}
        <AccessButton person={person} isMe={isMe} changeAccess={actions.changeAccess} tell={tell} />
      </Table.Td>
    </Table.Tr>
  );
}
