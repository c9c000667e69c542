import { compileCheck } from '../check/check-row';
import { findDuplicates } from '../check/duplicates';
import { IdBlock, planRows } from '../plan/plan-rows';
import { toPlan } from '../plan/to-plan';
import type { ImportRecord, Job, Shard } from '../records';
import { ahead, breathe, type JobContext, JobOver, lookout, rowsPerWrite } from './context';

/** Rows with repeated keys that are looked at together. */
const repeatedRows = 1000;

/** Checks every staged row by the mapping and plans what it would do, then finds keys that repeat in the file. */
export async function checkJob(context: JobContext, job: Job): Promise<void> {
  const { store } = context;
  const record = await store.readImport(job.importId);
  if (record?.state !== 'checking' || record.generation !== job.generation || !record.mapping) return;
  const last = await store.rowAfter(record.id, 0, record.rows);
  const shard = await store.openShard(record.id, 'check', 1, last);
  if (shard.cursor === 0) while (!(await store.cleanStaging(record.id, 'checks', shard))) await breathe(context);
  await checkRows(context, record, shard);
  await markDuplicates(context, await store.openShard(record.id, 'duplicates', 1, last));
  await store.moveImport(record.id, ['checking'], 'review', { generation: record.generation });
}

/** While one chunk is written, the next one is read and checked. */
async function checkRows(context: JobContext, record: ImportRecord, shard: Shard): Promise<void> {
  const { store } = context;
  const mapping = record.mapping!;
  const check = compileCheck(mapping, record.facts!.headers);
  const look = lookout(context, shard, 'checking');
  const ids = new IdBlock(store);
  let writing: Promise<boolean> = Promise.resolve(true);
  let size = rowsPerWrite(true);
  let rows = await store.readStaged(record.id, shard.cursor, size);
  while (rows.length > 0) {
    const last = rows.at(-1)!.row;
    const reading = ahead(store.readStaged(record.id, last, size));
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
