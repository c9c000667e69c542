'use client';
import { Table } from '@mantine/core';
import type { z } from 'zod';
import type { customersQuery } from '@/lib/contracts/customer-api';
import { CustomerRow } from './customer-row';
import classes from './customer-table.module.css';
import type { ListedCustomer } from './listed-customer';
import { SortHead } from './sort-head';

/** One part of the customers. The heads with a link sort the whole list, not this part. */
export function CustomerTable({
  customers,
  query,
}: {
  customers: ListedCustomer[];
  query: z.infer<typeof customersQuery>;
}) {
  return (
    <Table className={classes.table} aria-label="Customers">
      <Table.Thead>
        <Table.Tr>
          <SortHead sort="debtorId" label="Debtor ID" query={query} className={classes.debtorId} />
          <SortHead sort="name" label="Name" query={query} />
          <SortHead sort="company" label="Company" query={query} className={classes.company} />
          <SortHead sort="email" label="Email" query={query} className={classes.email} />
          <Table.Th className={classes.phone}>Phone</Table.Th>
          <Table.Th className={classes.city}>City</Table.Th>
          <SortHead sort="lastChange" label="Last change" query={query} className={classes.change} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {customers.map((customer) => (
          <CustomerRow key={customer.id} customer={customer} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
