import { EmptyNote } from '@/components/shell/empty-note';
import { Page } from '@/components/shell/page';
import { Pager } from '@/components/shell/pager';
import type { AuditView } from '@/lib/contracts/audit-api';
import { AuditDownload } from './audit-download';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';

type Query = Record<string, string | string[] | undefined>;

/** Who did what, newest first. */
export function AuditPage({
  entries,
  nextCursor,
  names,
  actors,
  query,
}: {
  entries: AuditView[];
  nextCursor: string | null;
  /** Names of people and keys by their id. */
  names: Record<string, string>;
  /** Everybody who can stand in the log, as it names them. */
  actors: string[];
  /** The filter as the address has it. */
  query: Query;
}) {
  return (
    <Page title="Audit log" actions={<AuditDownload href={hrefOf('/api/v1/audit', query, { format: 'csv' })} />}>
      <AuditFilters actors={actors} />
      {entries.length > 0 ? (
        <AuditTable entries={entries} names={names} />
      ) : (
        <EmptyNote icon="filter" title="No entry fits the filter">
          Take a part of the filter away to see more.
        </EmptyNote>
      )}
      <Pager
        first={query.cursor ? { href: hrefOf('/settings/audit', query), label: 'Newest' } : null}
        next={
          nextCursor ? { href: hrefOf('/settings/audit', query, { cursor: nextCursor }), label: 'Older entries' } : null
        }
      />
    </Page>
  );
}

/** The same filter at another address or another part of the list. */
function hrefOf(path: string, query: Query, more: Record<string, string> = {}): string {
  const { cursor: _, limit: __, ...filter } = query;
  const kept = Object.entries({ ...filter, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path;
}
