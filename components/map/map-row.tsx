'use client';
import { Table } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import type { ColumnView } from '@/lib/contracts/import-api';
import { findField } from '@/lib/customer/fields';
import { columnLetters } from '@/lib/row';
import { ColumnName } from './column-name';
import { FieldSelect } from './field-select';
import classes from './map-table.module.css';
import { keyField } from './match-keys';
import { MatchMark } from './match-mark';
import type { MappingDraft } from './use-mapping-draft';

/** One column: its letter and header, what is in it, the field it feeds, and how sure that is. */
export function MapRow({ column, draft, problem }: { column: ColumnView; draft: MappingDraft; problem?: string }) {
  const { index } = column;
  const mapped = draft.mapping.columns.find((entry) => entry.index === index);
  const { matchKey } = draft.mapping;
  const isKey = matchKey !== null && mapped?.field === keyField[matchKey];
  const toBeProtected = !column.protected && findField(mapped?.field ?? '')?.kind === 'sensitive';
  return (
    <Table.Tr>
      <Table.Td className={classes.header}>
        <span className={classes.letters}>{columnLetters(index)}</span>
        <ColumnName column={column} />
      </Table.Td>
      <Table.Td className={classes.samples}>
        <Samples column={column} />
      </Table.Td>
      <Table.Td className={classes.arrow}>
        <Icon name="arrow" size={14} />
      </Table.Td>
      <Table.Td className={classes.field}>
        <FieldSelect
          column={column}
          field={mapped?.field ?? null}
          taken={draft.mapping.columns}
          isKey={isKey}
          problem={problem}
          onChange={(field) => draft.chooseField(index, field)}
        />
        {toBeProtected && <span className={classes.note}>This column will be read again, protected.</span>}
      </Table.Td>
      <Table.Td className={classes.match}>{mapped && <MatchMark mapped={mapped} />}</Table.Td>
    </Table.Tr>
  );
}

function Samples({ column: { samples: texts, protected: isProtected } }: { column: ColumnView }) {
  if (texts.length === 0) return <span className={classes.blank}>blank</span>;
  return (
    <span className={classes.sampleList} title={texts.join(' · ')}>
      {isProtected && <Icon name="lock" size={14} label="Protected" />}
      {texts.map((text) => text.slice(0, 80).replace(/\s+/g, ' ')).join('  ·  ')}
    </span>
  );
}
