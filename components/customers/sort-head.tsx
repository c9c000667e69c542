'use client';
import { Table } from '@mantine/core';
import type { z } from 'zod';
import { Icon } from '@/components/shell/icon';
import type { customersQuery } from '@/lib/contracts/customer-api';
import { PageLink } from '../shell/page-link';
import classes from './customer-table.module.css';
import { hrefOf, orderOf, type Sort } from './list-href';

/** The head of a column by which the list can be sorted; once more turns the order round. */
export function SortHead({
  sort,
  label,
  query,
  className,
}: {
  sort: Sort;
  label: string;
  query: z.infer<typeof customersQuery>;
  className?: string;
}) {
  const current = query.sort === sort ? orderOf(query) : null;
  const next = current === null ? undefined : current === 'asc' ? 'desc' : 'asc';
  return (
    <Table.Th
      className={className}
      aria-sort={current === null ? undefined : current === 'asc' ? 'ascending' : 'descending'}
    >
      <PageLink
        href={hrefOf(query, { sort, order: next })}
        className={classes.sort}
        data-current={current ?? undefined}
      >
        {label}
        {current && <Icon name={current === 'asc' ? 'up' : 'down'} size={14} />}
      </PageLink>
    </Table.Th>
  );
}
