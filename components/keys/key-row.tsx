'use client';
import { Badge, Button, Table } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import listClasses from '@/components/shell/list-table.module.css';
import { Time } from '@/components/shell/time';
import type { KeyRecord } from '@/lib/auth/account-store';
import { standingOf } from './key-actions';
import classes from './keys-page.module.css';
import { scopeWords } from './scope-words';

const words = { revoked: 'Revoked', expired: 'Expired' } as const;

/** One key: what it is for, who made it, how it is used. */
export function KeyRow({ record, now, onRevoke }: { record: KeyRecord; now: number; onRevoke: () => void }) {
  const { name, prefix, scopes, createdBy, createdAt, lastUsedAt, expiresAt } = record;
  const standing = standingOf(record, now);
  return (
    <Table.Tr className={standing === 'valid' ? undefined : listClasses.out}>
      <Table.Td className={listClasses.main}>
        <b>{name}</b>
        <span className={`${listClasses.note} ${classes.prefix}`}>{prefix}…</span>
      </Table.Td>
      <Table.Td>{scopes.map((scope) => scopeWords[scope].label).join(', ')}</Table.Td>
      <Table.Td>
        <span className={listClasses.label}>made </span>
        <Time value={iso(createdAt)} className={listClasses.nowrap} /> by {createdBy}
      </Table.Td>
      <Table.Td className={listClasses.nowrap}>
        <span className={listClasses.label}>last used </span>
        {lastUsedAt === null ? 'never' : <Time value={iso(lastUsedAt)} />}
      </Table.Td>
      <Table.Td className={listClasses.nowrap}>
        <span className={listClasses.label}>expires </span>
        {expiresAt === null ? 'never' : <Time value={iso(expiresAt)} />}
      </Table.Td>
      <Table.Td className={listClasses.actions}>
        {standing === 'valid' ? (
          <Button size="xs" variant="subtle" color="gray" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke
          </Button>
        ) : (
          <Badge color="skip" variant="outline" leftSection={<Icon name="skip" size={13} />}>
            {words[standing]}
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** No stored number breaks the page: what is no date is shown as the last one there is. */
const iso = (ms: number) => new Date(Math.min(Math.max(ms, -mostMs), mostMs)).toISOString();

/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const mostMs = 8.64e15;
