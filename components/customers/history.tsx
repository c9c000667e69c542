'use client';
import { useState } from 'react';
import { FilterChip } from '@/components/shell/filter-chip';
import { formatCount } from '@/components/shell/numbers';
import classes from './history.module.css';
import type { HistoryEntry } from './history-entry';
import { HistoryItem } from './history-item';

const filters = [
  { kind: null, label: 'All' },
  { kind: 'import', label: 'Imports' },
  { kind: 'edit', label: 'By hand' },
] as const;

/** What imports and people changed, newest first, old → new. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const [kind, setKind] = useState<HistoryEntry['kind'] | null>(null);
  const shown = entries.filter((entry) => kind === null || entry.kind === kind);
  return (
    <section aria-labelledby="history">
      <div className={classes.head}>
        <h2 id="history" className={classes.title}>
          History
        </h2>
        <span className={classes.count}>{formatCount(entries.length, 'change')}</span>
        {entries.length > 0 && (
          <div className={classes.filters}>
            {filters.map((filter) => (
              <FilterChip
                key={filter.label}
                label={filter.label}
                pressed={kind === filter.kind}
                onPress={() => setKind(filter.kind)}
              />
            ))}
          </div>
        )}
      </div>
      {entries.length === 0 && (
        <p className={classes.empty}>
          <b>Nothing has changed this customer yet</b>
          <br />
          Imports and edits will be listed here.
        </p>
      )}
      {entries.length > 0 && shown.length === 0 && <p className={classes.empty}>No changes of this kind.</p>}
      <ol className={classes.list}>
        {shown.map((entry) => (
          <HistoryItem key={entry.operation} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
