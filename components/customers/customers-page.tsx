import type { z } from 'zod';
import { EmptyNote } from '@/components/shell/empty-note';
import { formatNumber } from '@/components/shell/numbers';
import { Page } from '@/components/shell/page';
import { Pager } from '@/components/shell/pager';
import type { CustomerView, customersQuery } from '@/lib/contracts/customer-api';
import { CustomerSearch } from './customer-search';
import { CustomerTable } from './customer-table';
import classes from './customers-page.module.css';
import { ImportCustomers } from './import-customers';
import { hrefOf, sortWords } from './list-href';
import { listedCustomer } from './listed-customer';

type Query = z.infer<typeof customersQuery>;

/** All customers, or those a search finds. */
export function CustomersPage({
  customers,
  nextCursor,
  count,
  query,
  findsSensitive,
}: {
  customers: CustomerView[];
  nextCursor: string | null;
  count: number;
  /** Whether sensitive values are searched for whoever looks. */
  findsSensitive: boolean;
  query: Query;
}) {
  if (count === 0) {
    return (
      <Page title="Customers">
        <EmptyNote icon="people" title="No customers yet" action={<ImportCustomers />}>
          Customers appear here after the first import.
        </EmptyNote>
      </Page>
    );
  }
  return (
    <Page title="Customers" aside={formatNumber(count)} actions={<ImportCustomers />}>
      <CustomerSearch />
      {customers.length > 0 ? (
        <CustomerTable customers={customers.map(listedCustomer)} query={query} />
      ) : (
        <EmptyNote icon="search" title={query.q ? `No customer holds “${query.q}”` : 'No more customers'}>
          The search looks at name, company, email, phone, debtor ID and city
          {findsSensitive && ', and for whole social security numbers'}.
        </EmptyNote>
      )}
      <div className={classes.foot}>
        <Pager
          sentence={partOf(customers.length, count, query)}
          first={query.cursor ? { href: hrefOf(query), label: 'First' } : null}
          next={nextCursor ? { href: hrefOf(query, { cursor: nextCursor }), label: 'Next' } : null}
        />
      </div>
    </Page>
  );
}

/** `1–25 of 48,212, last change first`, where it is known: on the first part of the whole list. */
function partOf(shown: number, count: number, query: Query): string {
  const order = `sorted by ${sortWords[query.sort]}`;
  if (query.q || query.cursor || shown === 0) return order;
  return `1–${formatNumber(shown)} of ${formatNumber(count)}, ${order}`;
}
