import { compileCheck } from '../check/check-row';
import { findDuplicates } from '../check/duplicates';
import type { ImportRecord } from '../import-store';
import type { Job, Shard } from '../job-store';
import { fedFields } from '../mapping';
import { IdBlock, planRows } from '../plan/plan-rows';
import { toPlan } from '../plan/to-plan';
import { ahead, breathe, type JobContext, JobOver, lookout, rowsPerWrite, takeShard, takeWhole } from './context';
import { failOrphans, linkParents } from './link-parents';

/** Rows with repeated keys that are looked at together. */
const repeatedRows = 1000;

/**
 * Checks the staged rows of a shard by the mapping and plans what they would do. The job of the first shard prepares the
 * others; who ends the last one puts the search for repeated keys in line.
 */
export async function checkJob(context: JobContext, job: Job): Promise<void> {
  const { store } = context;
  const record = await store.readImport(job.importId);
  if (record?.state !== 'checking' || record.generation !== job.generation || !record.mapping) return;
  if (job.fromRow === 1) await prepare(context, record);
  await checkRows(context, record, await takeShard(context, record, 'check', job.fromRow));
  const shards = (await store.readShards(record.id)).filter(({ phase }) => phase === 'check');
  if (shards.some(({ cursor, toRow }) => cursor < toRow)) return;
  const next = { importId: record.id, generation: record.generation, phase: 'duplicates' as const };
  const rows = { fromRow: 1, toRow: shards.at(-1)!.toRow };
  await store.openShards(next, [rows], { jobs: [{ kind: 'duplicates', importId: record.id }] });
}

/** Removes what an earlier check left behind; then, at once, there are the shards and the jobs of all but the first. */
async function prepare(context: JobContext, record: ImportRecord): Promise<void> {
  const { store } = context;
  const clear = await takeWhole(context, record, 'clear', { fromRow: 1, toRow: 1 });
  if (clear.cursor === clear.toRow) return;
  while (!(await store.cleanStaging(record.id, 'checks', clear))) await breathe(context);
  const ranges = await store.splitRows(record.id);
  const jobs = ranges.slice(1).map(({ fromRow }) => ({ kind: 'check' as const, importId: record.id, fromRow }));
  const of = { importId: record.id, generation: record.generation, phase: 'check' as const };
  if (!(await store.openShards(of, ranges, { after: clear, jobs }))) throw new JobOver();
}

/** While one chunk is written, the next one is read and checked. */
async function checkRows(context: JobContext, record: ImportRecord, shard: Shard): Promise<void> {
  const { store } = context;
  const mapping = record.mapping!;
  const check = compileCheck(mapping, record.facts!, store.vault);
  const look = lookout(context, shard, 'checking');
  const ids = new IdBlock(store);
  let writing: Promise<boolean> = Promise.resolve(true);
  let size = rowsPerWrite(true);
  let rows = await store.readStaged(record.id, shard.cursor, size, shard.toRow);
  while (rows.length > 0) {
    const last = rows.at(-1)!.row;
    const reading = ahead(store.readStaged(record.id, last, size, shard.toRow));
    const plans = await planRows(
      store,
      mapping,
      rows.map((row) => toPlan(row, check)),
      ids,
    );
    if (!(await writing)) throw new JobOver();
    size = rowsPerWrite(await look());
    const done = (shard.counters.rows ?? 0) + rows.length;
    shard.counters = { rows: done };
    writing = ahead(store.savePlans({ ...shard }, last, mapping, plans, shard.counters));
    shard.cursor = last;
    rows = await reading;
  }
  if (!(await writing)) throw new JobOver();
}

/** Finds keys that repeat in the file, and opens the import to review. */
export async function duplicatesJob(context: JobContext, job: Job): Promise<void> {
  const record = await context.store.readImport(job.importId);
  if (record?.state !== 'checking' || record.generation !== job.generation) return;
  const shard = await takeShard(context, record, 'duplicates');
  const hasParents = fedFields(record.mapping!).includes('parent');
  if (hasParents && shard.cursor === 0) await failOrphans(context, record, shard);
  await markDuplicates(context, shard);
  if (hasParents) await linkParents(context, record, shard);
  await context.store.moveImport(record.id, ['checking'], 'review', { generation: record.generation });
}

async function markDuplicates(context: JobContext, shard: Shard): Promise<void> {
  const { store } = context;
  const look = lookout(context, shard, 'checking');
  if (shard.cursor === 0) await store.markRepeatedKeys(shard.importId);
  for (;;) {
    const rows = await store.readRepeated(shard.importId, shard.cursor, repeatedRows);
    if (rows.length === 0) return;
    const last = rows.at(-1)!.row;
    const found = findDuplicates(rows.map((row) => ({ ...row, keys: row.keys.filter((key) => key.repeated) })));
    if (!(await store.saveDuplicates(shard, last, found))) throw new JobOver();
    shard.cursor = last;
    await look();
  }
}
