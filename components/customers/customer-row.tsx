'use client';
import { Table } from '@mantine/core';
import { PageLink } from '../shell/page-link';
import classes from './customer-table.module.css';
import { LastChange } from './last-change';
import type { ListedCustomer } from './listed-customer';

/** One customer of the list. */
export function CustomerRow({ customer }: { customer: ListedCustomer }) {
  const { id, name } = customer;
  return (
    <Table.Tr>
      <Table.Td className={classes.debtorId}>
        <Shown value={customer.debtorId} />
      </Table.Td>
      <Table.Td className={classes.name}>
        <PageLink href={`/customers/${id}`} title={name}>
          {name}
        </PageLink>
      </Table.Td>
      <Table.Td className={classes.company}>
        <Shown value={customer.company} />
      </Table.Td>
      <Table.Td className={classes.email}>
        <Shown value={customer.email} />
      </Table.Td>
      <Table.Td className={classes.phone}>
        <Shown value={customer.phone} />
      </Table.Td>
      <Table.Td className={classes.city}>
        <Shown value={customer.city} /> <span className={classes.country}>{customer.country}</span>
      </Table.Td>
      <Table.Td className={classes.change}>
        <LastChange customer={customer} />
      </Table.Td>
    </Table.Tr>
  );
}

function Shown({ value }: { value: string | number | null | undefined }) {
  return value === null || value === undefined || value === '' ? (
    <span className={classes.blank}>blank</span>
  ) : (
    <span title={String(value)}>{value}</span>
  );
}
