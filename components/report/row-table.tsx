'use client';
import { Table } from '@mantine/core';
import { createColumnHelper, metaHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { textOf } from '@/components/review/grid/cell-look';
import type { GridColumn } from '@/components/review/grid/column-plan';
import { titleOf } from '@/components/review/row-title';
import { Icon } from '@/components/shell/icon';
import { kindOrder, kinds } from '@/components/shell/kinds';
import { formatNumber } from '@/components/shell/numbers';
import type { RowView } from '@/lib/contracts/row-api';
import { PageLink } from '../shell/page-link';
import classes from './row-table.module.css';
import { WhatHappened } from './what-happened';

const features = tableFeatures({ columnMeta: metaHelper<{ className: string; label?: string }>() });
const helper = createColumnHelper<typeof features, RowView>();

/** The rows of one page of the report; cards on the phone. */
export function RowTable({ rows, columns }: { rows: RowView[]; columns: readonly GridColumn[] }) {
  const table = useTable({
    features,
    data: rows,
    columns: useMemo(() => definitions(columns), [columns]),
    getRowId: (row) => String(row.row),
  });
  return (
    <div className={classes.box}>
      <Table className={classes.rows} highlightOnHover={false}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id} className={classes.headRow}>
              {group.headers.map((header) => (
                <Table.Th key={header.id} className={header.column.columnDef.meta?.className}>
                  <table.FlexRender header={header} />
                </Table.Th>
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <Table.Td
                  key={cell.id}
                  className={cell.column.columnDef.meta?.className}
                  data-label={cell.column.columnDef.meta?.label}
                >
                  <table.FlexRender cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function definitions(columns: readonly GridColumn[]) {
  const keys = columns.filter((column) => column.isKey && column.field.name !== 'email');
  const email = columns.find((column) => column.field.name === 'email');
  const shown = [...keys, ...(email ? [email] : [])];
  return helper.columns([
    helper.accessor('row', {
      header: 'Row',
      cell: (cell) => formatNumber(cell.getValue()),
      meta: { className: classes.number ?? '' },
    }),
    helper.display({
      id: 'outcome',
      header: 'Outcome',
      cell: ({ row }) => <OutcomeCell row={row.original} />,
      meta: { className: classes.outcome ?? '' },
    }),
    helper.display({
      id: 'customer',
      header: 'Customer',
      cell: ({ row }) => <Customer row={row.original} columns={columns} />,
      meta: { className: `${classes.text} ${classes.customer}` },
    }),
    ...shown.map((column) =>
      helper.display({
        id: `c${column.index}`,
        header: column.field.label,
        cell: ({ row }) => <CellText text={textOf(row.original, column)} />,
        meta: { className: classes.text ?? '', label: column.field.label },
      }),
    ),
    helper.display({
      id: 'happened',
      header: 'What happened',
      cell: ({ row }) => <WhatHappened row={row.original} />,
      meta: { className: classes.story ?? '' },
    }),
  ]);
}

function CellText({ text }: { text: string }) {
  return text === '' ? <span className={classes.blank}>blank</span> : <span title={text}>{text}</span>;
}

function OutcomeCell({ row }: { row: RowView }) {
  const kind = kindOrder.find((one) => kinds[one].outcome === row.outcome);
  if (!kind) return null;
  return (
    <span className={classes.kind} style={{ color: `var(--${kinds[kind].token})` }}>
      <Icon name={kinds[kind].icon} size={14} />
      {kinds[kind].outcome}
    </span>
  );
}

function Customer({ row, columns }: { row: RowView; columns: readonly GridColumn[] }) {
  const title = titleOf(row, columns);
  return row.customerId === null || row.outcome === 'failed' || row.outcome === 'skipped' ? (
    <span title={title}>{title}</span>
  ) : (
    <PageLink href={`/customers/${row.customerId}`} className={classes.link} title={title}>
      {title}
    </PageLink>
  );
}
