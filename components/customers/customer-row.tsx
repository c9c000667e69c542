'use client';
import { Table } from '@mantine/core';
import Link from 'next/link';
import type { CustomerView } from '@/lib/contracts/customer-api';
import { nameOf } from './customer-name';
import classes from './customer-table.module.css';
import { LastChange } from './last-change';

/** One customer of the list. */
export function CustomerRow({ customer }: { customer: CustomerView }) {
  const { id, values } = customer;
  const address = addressShown(customer);
  return (
    <Table.Tr>
      <Table.Td className={classes.debtorId}>
        <Shown value={values.debtorId} />
      </Table.Td>
      <Table.Td className={classes.name}>
        <Link href={`/customers/${id}`} title={nameOf(customer)}>
          {nameOf(customer)}
        </Link>
      </Table.Td>
      <Table.Td className={classes.company}>
        <Shown value={values.company} />
      </Table.Td>
      <Table.Td className={classes.email}>
        <Shown value={values.email} />
      </Table.Td>
      <Table.Td className={classes.phone}>
        <Shown value={values.phone ?? values.mobile} />
      </Table.Td>
      <Table.Td className={classes.city}>
        <Shown value={address?.values.city} /> <span className={classes.country}>{address?.values.country}</span>
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

/** The address whose city stands in the list: the first one that has a city, invoices first. */
function addressShown({ addresses }: CustomerView) {
  const withCity = addresses.filter(({ values }) => values.city);
  return withCity.find(({ type, isDefault }) => type === 'invoice' && isDefault) ?? withCity[0];
}
