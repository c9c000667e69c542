import type { AttributeDefinition } from '../customer/attribute';
import type { ImportRecord, ImportStore } from '../import-store';
import type { Shard } from '../job-store';
import { detectDateOrder } from '../map/suggest';
import type { Totals } from '../records';
import type { Cell } from '../row';
import { isSealed } from '../sealed';
import { perStore, shareLooks } from '../shared-look';
import type { Store } from '../store';
import { show, type Vault } from '../vault';
import type { ImportView, IntakeView } from './import-api';
import { noTotals, totalsOf } from './totals';

type ViewStore = Pick<Store, 'readImport' | 'readTotals' | 'readShards' | 'vault'>;

/** The time between two looks at one import that many watch, in ms: they cause 40 looks a second, however many they are. */
const betweenLooks = 25;

const looks = perStore((store: ViewStore) =>
  shareLooks(async (id: number) => {
    const record = await store.readImport(id);
    return record ? view(store, record) : null;
  }, betweenLooks),
);

/** One import as the API and the pages show it; null when there is none of that id. Who asks at the same time shares the answer. */
export const viewImport = (store: ViewStore, id: number): Promise<ImportView | null> => looks(store)(id);

/** An import as it would be. Work that was not begun has no progress. */
export const viewPlanned = (store: ViewStore, record: ImportRecord): Promise<ImportView> =>
  view({ ...store, readShards: async () => [] }, record);

/** The attributes by which the rows of an import are checked. */
export const attributesOf = async (store: Pick<Store, 'readImport'>, id: number): Promise<AttributeDefinition[]> =>
  (await store.readImport(id))?.mapping?.attributes ?? [];

/** Imports, newest first. `cursor` is the id behind which the list goes on. */
export async function listImports(
  store: ViewStore & Pick<ImportStore, 'listImports'>,
  query: { state?: 'open' | 'committed' | 'failed' | 'cancelled'; q?: string; cursor?: number; limit?: number },
): Promise<{ imports: ImportView[]; nextCursor: string | null }> {
  const limit = query.limit ?? 25;
  const records = await store.listImports({ state: query.state, q: query.q, before: query.cursor, limit: limit + 1 });
  const shown = records.slice(0, limit);
  const imports = await Promise.all(shown.map((record) => view(store, record)));
  return { imports, nextCursor: records.length > limit ? String(shown.at(-1)!.id) : null };
}

export const countImports = (store: Pick<ImportStore, 'countImports'>) => store.countImports();

/** What was found in the file; null before it is known. */
export async function viewIntake(store: Pick<Store, 'readImport' | 'vault'>, id: number): Promise<IntakeView | null> {
  const record = await store.readImport(id);
  if (!record?.facts) return null;
  const { facts, mapping } = record;
  const detected = detectDateOrder(mapping?.columns ?? [], record.profiles, mapping?.attributes);
  const chosen = mapping?.dateOrder && mapping.dateOrder !== detected.order;
  return {
    encoding: facts.encoding ?? null,
    delimiter: facts.delimiter ?? null,
    sheet: facts.sheet ?? null,
    headerRow: facts.headerRow,
    dateOrder: chosen
      ? { value: mapping.dateOrder, evidence: 'chosen' }
      : { value: detected.order, evidence: detected.evidence },
    preview: facts.preview.map(({ row, cells }) => ({ row, cells: cells.map((cell) => shown(cell, store.vault)) })),
    notices: facts.notices,
  };
}

const shown = (cell: Cell, vault: Vault): Cell => (typeof cell === 'string' ? show(vault, cell) : cell);

/** States whose progress stands in the shards. */
const working = new Set<ImportRecord['state']>(['reading', 'checking', 'committing']);

async function view(store: ViewStore, record: ImportRecord): Promise<ImportView> {
  const [totals, shards] = await Promise.all([
    totalsOf(store, record),
    working.has(record.state) ? store.readShards(record.id) : [],
  ]);
  const { facts, mapping } = record;
  return {
    id: record.id,
    state: record.state,
    source: record.source,
    file: {
      name: record.fileName,
      size: record.fileSize,
      sha256: hashOf(record, store.vault),
      format: facts?.format ?? null,
      encoding: facts?.encoding?.value ?? null,
      delimiter: facts?.delimiter?.value ?? null,
      sheet: facts?.sheet?.value ?? null,
      sheets: facts?.sheets ?? [],
      headerRow: facts?.headerRow.value ?? null,
    },
    options: {
      matchKey: mapping?.matchKey ?? null,
      mode: mapping?.mode ?? 'upsert',
      blank: mapping?.blank ?? 'keep',
      dateOrder: mapping?.dateOrder ?? null,
      sourceSystem: mapping?.sourceSystem ?? null,
    },
    columns: columnsOf(record, store.vault),
    totals: withProgress(totals, record, shards),
    progress: progressOf(record, shards),
    protecting: record.state === 'reading' && !record.pauseAtMapping && mapping !== null,
    revision: record.revision,
    createdAt: iso(record.createdAt)!,
    startedCommitAt: iso(record.submittedAt),
    finishedAt: iso(record.finishedAt),
    createdBy: record.createdBy,
    rowsRemovedAt: iso(record.rowsRemovedAt),
    ...(record.error === null ? {} : { error: record.error }),
  };
}

/**
 * The hash of the file. Of a file with protected columns, also in another way of reading it, or one that was not looked at yet, it is
 * not told: whoever knows all but a number could find that by trying.
 */
const hashOf = ({ sha256, facts }: ImportRecord, vault: Vault): string =>
  facts === null || facts.sealed || facts.kept || facts.hidden
    ? ''
    : (vault.open(sha256) ?? (isSealed(sha256) ? '' : sha256));

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

function columnsOf({ profiles, mapping, facts }: ImportRecord, vault: Vault): ImportView['columns'] {
  const byIndex = new Map(mapping?.columns.map((column) => [column.index, column]));
  return profiles.map(({ index, header, samples, filled, blank, dates }) => {
    const mapped = byIndex.get(index);
    return {
      index,
      header,
      samples: samples.map((text) => show(vault, text)),
      filled,
      blank,
      dates,
      protected: facts?.sealed?.includes(index) ?? false,
      field: mapped?.field ?? null,
      reason: mapped?.reason,
      confidence: mapped?.confidence,
    };
  });
}

/** While a commit runs, its outcomes are counted beside its cursor. */
function withProgress(totals: Totals, record: ImportRecord, shards: Shard[]): Totals {
  if (record.state !== 'committing') return totals;
  const outcomes = { ...noTotals(0).outcomes };
  for (const shard of shards.filter((each) => each.phase === 'commit')) {
    for (const name of Object.keys(outcomes) as (keyof typeof outcomes)[]) outcomes[name] += shard.counters[name] ?? 0;
  }
  return { ...totals, outcomes };
}

function progressOf(record: ImportRecord, shards: Shard[]): ImportView['progress'] {
  const sum = (phase: Shard['phase'], name?: string) =>
    shards
      .filter((shard) => shard.phase === phase)
      .flatMap((shard) => (name ? (shard.counters[name] ?? 0) : Object.values(shard.counters)))
      .reduce((all, count) => all + count, 0);
  switch (record.state) {
    case 'reading':
      return { phase: 'reading', done: sum('read', 'bytes'), total: record.fileSize };
    case 'checking':
      return { phase: 'checking', done: sum('check', 'rows'), total: record.rows };
    case 'committing':
      return { phase: 'committing', done: sum('commit'), total: record.rows };
    default:
      return { phase: null, done: 0, total: null };
  }
}
