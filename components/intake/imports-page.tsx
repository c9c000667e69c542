import type { z } from 'zod';
import { EmptyNote } from '@/components/shell/empty-note';
import { OutcomeLegend } from '@/components/shell/outcome-legend';
import { Page } from '@/components/shell/page';
import { Pager } from '@/components/shell/pager';
import type { ImportView, importsQuery } from '@/lib/contracts/import-api';
import { DropZone } from './drop-zone';
import { type ImportCounts, ImportFilters } from './import-filters';
import { ImportList } from './import-list';
import classes from './imports-page.module.css';
import { NoImports } from './no-imports';

type Query = z.infer<typeof importsQuery>;

/** The home of the product: where a file comes in, and all imports. */
export function ImportsPage({
  imports,
  nextCursor,
  counts,
  query,
}: {
  imports: ImportView[];
  nextCursor: string | null;
  counts: ImportCounts;
  query: Query;
}) {
  if (counts.all === 0) {
    return (
      <Page title="Imports">
        <DropZone />
        <div className={classes.empty}>
          <NoImports />
        </div>
      </Page>
    );
  }
  return (
    <Page title="Imports">
      <DropZone />
      <ImportFilters counts={counts} />
      {imports.length > 0 ? <ImportList imports={imports} /> : <NothingFound query={query} />}
      <div className={classes.foot}>
        <OutcomeLegend />
        <Pager
          sentence={partOf(imports.length, counts, query, nextCursor)}
          first={query.cursor ? { href: hrefOf(query), label: 'Newest' } : null}
          next={nextCursor ? { href: hrefOf(query, nextCursor), label: 'Older' } : null}
        />
      </div>
    </Page>
  );
}

function NothingFound({ query }: { query: Query }) {
  if (query.q) {
    return (
      <EmptyNote icon="search" title={`No import holds “${query.q}”`}>
        The search looks at file names.
      </EmptyNote>
    );
  }
  return (
    <EmptyNote icon="check" title="No imports here">
      Choose another state above.
    </EmptyNote>
  );
}

/** `1–25 of 128`, where it is known: on the first part of a list without a search. */
function partOf(shown: number, counts: ImportCounts, query: Query, nextCursor: string | null): string | undefined {
  if (query.q || query.cursor || shown === 0 || !nextCursor) return undefined;
  return `1–${shown} of ${counts[query.state ?? 'all']}`;
}

function hrefOf({ state, q }: Query, cursor?: string): string {
  const params = new URLSearchParams(
    Object.entries({ state, q, cursor }).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return params.size > 0 ? `/imports?${params}` : '/imports';
}
