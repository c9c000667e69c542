'use client';
import { debounce, parseAsString, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import { SearchField } from '@/components/shell/search-field';
import classes from './customer-search.module.css';

/** Searches the customers; the URL holds the words and the server answers. */
export function CustomerSearch() {
  const [busy, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(
    { q: parseAsString.withDefault(''), cursor: parseAsString },
    { shallow: false, startTransition },
  );
  return (
    <search className={classes.root}>
      <SearchField
        label="Name, email, phone, debtor ID or city"
        value={query.q}
        busy={busy}
        onChange={(q) => setQuery({ q: q || null, cursor: null }, { limitUrlUpdates: q ? debounce(250) : undefined })}
      />
    </search>
  );
}
