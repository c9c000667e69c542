'use client';
import { Button } from '@mantine/core';
import { EmptyNote } from '@/components/shell/empty-note';
import { formatCount } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import { nameOf } from './filter-chips';
import { goingIn, stayingBehind } from './plan-numbers';
import classes from './review.module.css';
import type { FilterControl } from './use-filter';

/** What stands in place of the rows where the filter or the search holds none. */
export function EmptyRows({ totals, control }: { totals: TotalsView; control: FilterControl }) {
  const { filter, show, search } = control;
  const name = nameOf(filter);
  const behind = stayingBehind(totals);
  const all = (
    <Button
      onClick={() => {
        search('');
        show({});
      }}
    >
      Show all rows
    </Button>
  );
  return (
    <div className={classes.empty} role="status">
      {filter.q ? (
        <EmptyNote
          icon="search"
          title={`No row holds “${filter.q}”`}
          action={name ? <Button onClick={() => show({})}>Search in all rows</Button> : all}
        >
          {name
            ? `The filter ${name} is on. Search in all ${formatCount(totals.rows, 'row')} instead.`
            : 'Look for another word, or show all rows.'}
        </EmptyNote>
      ) : filter.state === 'error' ? (
        <EmptyNote icon="check" title="No errors left" action={all}>
          {formatCount(goingIn(totals), 'customer is', 'customers are')} ready.{' '}
          {formatCount(behind, 'row stays', 'rows stay')} behind.
        </EmptyNote>
      ) : (
        <EmptyNote icon="filter" title={name ? `No rows under ${name}` : 'No rows'} action={all}>
          The filter holds no row any more.
        </EmptyNote>
      )}
    </div>
  );
}
