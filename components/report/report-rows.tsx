'use client';
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState, useTransition } from 'react';
import { planColumns } from '@/components/review/grid/column-plan';
import { useAttributes } from '@/components/shell/attributes';
import { EmptyNote } from '@/components/shell/empty-note';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import { SearchField } from '@/components/shell/search-field';
import type { ImportView } from '@/lib/contracts/import-api';
import type { RowsAnswer } from '@/lib/contracts/row-api';
import { outcomes } from '@/lib/steps';
import { OutcomeChips } from './outcome-chips';
import { PageTurner } from './page-turner';
import classes from './report.module.css';
import { RowTable } from './row-table';

const parsers = {
  outcome: parseAsStringLiteral(outcomes),
  q: parseAsString,
  offset: parseAsInteger.withDefault(0),
};

/** All rows with what happened to them: filters and place are in the URL, the server reads the page. */
export function ReportRows({ view, rows }: { view: ImportView; rows: RowsAnswer }) {
  const [loading, startTransition] = useTransition();
  const [query, setQuery] = useQueryStates(parsers, { shallow: false, startTransition });
  const [text, setText] = useState(query.q ?? '');
  const attributes = useAttributes();
  const columns = useMemo(() => planColumns(view, attributes), [view, attributes]);
  const search = (next: string) => {
    setText(next);
    void setQuery({ q: next || null, offset: null }, { limitUrlUpdates: { method: 'debounce', timeMs: 250 } });
  };
  return (
    <section aria-label="Rows" aria-busy={loading}>
      <div className={classes.filters}>
        <OutcomeChips
          totals={view.totals}
          pressed={query.outcome}
          onPress={(outcome) => void setQuery({ outcome, offset: null }, { history: 'push' })}
        />
        <SearchField label="Find in rows" value={text} busy={loading} onChange={search} className={classes.search} />
      </div>
      {rows.rows.length === 0 ? (
        <EmptyNote icon="search" title={query.q ? `No row holds “${query.q}”` : 'No rows here'}>
          Choose All, or search for something else.
        </EmptyNote>
      ) : (
        <RowTable rows={rows.rows} columns={columns} />
      )}
      <PageTurner
        offset={query.offset}
        rows={rows}
        onTurn={(offset) => void setQuery({ offset }, { history: 'push', scroll: false })}
      />
      <p role="status" className={classes.hidden}>
        {loading
          ? ''
          : `${formatCount(rows.total, 'row')}${rows.total > 0 ? `, from ${formatNumber(query.offset + 1)}` : ''}`}
      </p>
    </section>
  );
}
