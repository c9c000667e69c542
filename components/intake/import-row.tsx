'use client';
import { Table } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { formatNumber } from '@/components/shell/numbers';
import { StateTag } from '@/components/shell/state-tag';
import { Time } from '@/components/shell/time';
import type { ImportView } from '@/lib/contracts/import-api';
import { stepOf } from '@/lib/steps';
import { PageLink } from '../shell/page-link';
import { describeImport } from './describe-import';
import { ImportAction } from './import-action';
import classes from './import-list.module.css';
import { ImportStanding } from './import-standing';

/** One import. On the phone its cells form a card that leads to the import as a whole. */
export function ImportRow({ view, withPeople }: { view: ImportView; withPeople: boolean }) {
  const rowsKnown = view.state !== 'reading' && view.state !== 'failed';
  return (
    <Table.Tr>
      <Table.Td className={classes.file}>
        <span className={classes.icon}>
          <Icon name={view.source !== 'upload' ? 'api' : view.state === 'failed' ? 'file' : 'sheet'} size={20} />
        </span>
        <span className={classes.names}>
          <PageLink href={`/imports/${view.id}/${stepOf(view.state)}`} className={classes.name}>
            {view.file.name}
          </PageLink>
          <span className={classes.detail}>{describeImport(view)}</span>
        </span>
      </Table.Td>
      <Table.Td className={classes.state}>
        <StateTag state={view.state} />
      </Table.Td>
      <Table.Td className={`${classes.number} ${classes.rows}`}>
        {rowsKnown ? formatNumber(view.totals.rows) : '–'}
        {rowsKnown && <span className={classes.unit}> {view.totals.rows === 1 ? 'row' : 'rows'}</span>}
      </Table.Td>
      <Table.Td className={classes.standing}>
        <ImportStanding view={view} />
      </Table.Td>
      {withPeople && <Table.Td className={classes.by}>{view.createdBy}</Table.Td>}
      <Table.Td className={classes.started}>
        <Time value={view.createdAt} />
      </Table.Td>
      <Table.Td className={classes.action}>
        <ImportAction view={view} />
      </Table.Td>
    </Table.Tr>
  );
}
