'use client';
import { debounce, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { FilterChip } from '@/components/shell/filter-chip';
import { SearchField } from '@/components/shell/search-field';
import classes from './import-filters.module.css';

export interface ImportCounts {
  all: number;
  open: number;
  committed: number;
  failed: number;
  cancelled: number;
}

const states = ['open', 'committed', 'failed', 'cancelled'] as const;
const words = { open: 'Open', committed: 'Committed', failed: 'Failed', cancelled: 'Cancelled' };

/** Which imports are listed. The URL holds it, and the server answers it. */
export function ImportFilters({ counts }: { counts: ImportCounts }) {
  const [busy, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(
    {
      state: parseAsStringLiteral(states),
      q: parseAsString.withDefault(''),
      cursor: parseAsInteger,
    },
    { shallow: false, startTransition },
  );
  const show = (state: (typeof states)[number] | null) => setQuery({ state, cursor: null });
  const search = (q: string) =>
    setQuery({ q: q || null, cursor: null }, { limitUrlUpdates: q ? debounce(250) : undefined });
  return (
    <div className={classes.root}>
      <fieldset className={classes.chips}>
        <legend className={classes.legend}>State</legend>
        <FilterChip label="All" count={counts.all} pressed={!query.state} onPress={() => show(null)} />
        {states.map((state) => (
          <FilterChip
            key={state}
            label={words[state]}
            count={counts[state]}
            pressed={query.state === state}
            onPress={() => show(state)}
          />
        ))}
      </fieldset>
      <search className={classes.search}>
        <SearchField label="Search by file name" value={query.q} busy={busy} onChange={search} />
      </search>
    </div>
  );
}
