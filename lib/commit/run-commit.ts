import { type ErasedStore, leaveOutErased } from '../erased-since';
import type { ImportStore } from '../import-store';
import type { Shard } from '../job-store';
import type { Mapping } from '../mapping';
import type { Operation } from '../records';
import type { ShardStore } from '../staging-store';
import type { CommitStore, Store } from '../store';

type Stores = CommitStore & ImportStore & ShardStore & ErasedStore & Pick<Store, 'othersWrote'>;

/** How long one chunk should hold the write lock, in ms: alone, and while others write too. */
const alone = 150;
const shared = 25;
/** Rows of a chunk at the least: some milliseconds, which no wait for others may make fewer, or a commit among many would not end. */
const smallest = 500;
const largest = 10_000;

/**
 * Carries out the plans of a shard, chunk by chunk, from where its cursor stands; the last one ends the commit. Submit
 * action and worker both call it; one from whom the shard was taken meanwhile finds that and ends.
 * @returns `done` when the shard is at its end, `moved` when someone else works on it or nothing is to be committed
 */
export async function runCommit(
  store: Stores,
  operation: Operation,
  { importId, generation, fromRow }: Pick<Shard, 'importId' | 'generation' | 'fromRow'>,
  { lease, signal }: { lease: string; signal?: AbortSignal },
): Promise<'done' | 'moved'> {
  const record = await store.readImport(importId);
  if (record?.state === 'committed') return 'done';
  if (record?.state !== 'committing' || !record.mapping) return 'moved';
  const shard = await store.takeShard({ importId, generation, phase: 'commit' }, fromRow, lease);
  if (!shard) return 'moved';
  let rows = 1000;
  while (shard.cursor < shard.toRow) {
    signal?.throwIfAborted();
    const stop = (await store.readImport(importId))?.stopRequested;
    const toRow = await store.rowAfter(shard, stop ? largest : rows);
    const last = operation.atomic ? shard.toRow : toRow;
    const since = stop ? undefined : await leaveOutErased(store, record, shard.cursor, last);
    const begun = performance.now();
    const written = stop
      ? await store.stopChunk(shard, operation.id, toRow)
      : operation.atomic
        ? await commitAll(store, shard, operation.id, record.mapping)
        : await commitRows(store, shard, operation.id, record.mapping, { toRow, since });
    // Somebody was erased in between: it is looked at once more.
    if (!written && since !== undefined && (await store.lastErasure()) > since) continue;
    if (!written) return 'moved';
    shard.cursor = operation.atomic && !stop ? shard.toRow : toRow;
    rows = await nextSize(store, rows, performance.now() - begun);
  }
  await store.finishCommit(importId, operation.id, record.mapping);
  return 'done';
}

/** Chunks grow while nobody else writes and shrink, with a pause, while somebody does. */
async function nextSize(store: Stores, rows: number, took: number): Promise<number> {
  const others = await store.othersWrote();
  if (others) await new Promise((resolve) => setTimeout(resolve, 2));
  const wanted = rows * ((others ? shared : alone) / Math.max(took, 1));
  return Math.round(Math.min(largest, rows * 2, Math.max(smallest, wanted)));
}

/** All rows in one transaction, or none of them. While it is under way it can be stopped. */
async function commitAll(store: Stores, shard: Shard, operation: number, mapping: Mapping): Promise<boolean> {
  const result = await store.commitChunk(shard, operation, mapping, shard.toRow, { atomic: true });
  if (result !== 'clash') return result === 'done';
  const stopped = (await store.readImport(shard.importId))?.stopRequested;
  return stopped ? store.stopChunk(shard, operation, shard.toRow) : store.stopAtomic(shard, operation, mapping);
}

/**
 * Commits the rows up to `toRow`. Where a unique key clashes, somebody may have taken it at the same moment: the second time
 * that is a conflict. Where it still clashes, halves until the row is found that fails alone.
 */
async function commitRows(
  store: Stores,
  shard: Shard,
  operation: number,
  mapping: Mapping,
  { toRow, since }: { toRow: number; since: number | undefined },
  again = true,
): Promise<boolean> {
  const attempt = () => store.commitChunk(shard, operation, mapping, toRow, { since });
  let result = await attempt();
  const first = result === 'clash' ? await store.rowAfter(shard, 1) : toRow;
  if (result === 'clash' && (again || first >= toRow)) result = await attempt();
  if (result === 'moved') return false;
  if (result === 'clash' && first < toRow)
    return commitHalves(store, shard, operation, mapping, { first, toRow, since });
  if (result === 'clash' && !(await store.failRow(shard, operation, toRow, 'source_taken'))) return false;
  shard.cursor = toRow;
  return true;
}

async function commitHalves(
  store: Stores,
  shard: Shard,
  operation: number,
  mapping: Mapping,
  { first, toRow, since }: { first: number; toRow: number; since: number | undefined },
): Promise<boolean> {
  const half = Math.max(first, Math.floor((shard.cursor + toRow) / 2));
  return (
    (await commitRows(store, shard, operation, mapping, { toRow: half, since }, false)) &&
    (await commitRows(store, shard, operation, mapping, { toRow, since }, false))
  );
}
