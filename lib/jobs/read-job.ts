import { openFile } from '../intake/open-file';
import { ColumnProfiler } from '../intake/profile';
import { RefusedWhileReading } from '../intake/refusal';
import { limits } from '../limits';
import { withChoices } from '../map/choices';
import { suggest } from '../map/suggest';
import { mappingProblems } from '../map/validate';
import type { Mapping } from '../mapping';
import type { ImportRecord, Job, Shard } from '../records';
import type { RawRow } from '../row';
import { ahead, breathe, type JobContext, JobOver, lookout, rowsPerWrite, takeWhole } from './context';

/** Reads an uploaded file into staged rows, suggests a mapping, and stops there or goes on to the check. */
export async function readJob(context: JobContext, job: Job): Promise<void> {
  const record = await context.store.readImport(job.importId);
  if (record?.state !== 'reading' || record.generation !== job.generation) return;
  try {
    await context.files.withFile(record.fileKey, (path) => readFile(context, record, path), context.signal);
  } catch (error) {
    if (!(error instanceof RefusedWhileReading)) throw error;
    await refuse(context, record, error.message);
  }
}

async function readFile(context: JobContext, record: ImportRecord, path: string): Promise<void> {
  const { store } = context;
  const file = await openFile(path, record.fileName, record.intake);
  if ('refused' in file) return refuse(context, record, file.refused);
  const shard = await takeWhole(context, record, 'read', { fromRow: 1, toRow: limits.rows });
  if (shard.cursor === 0) while (!(await store.cleanStaging(record.id, 'all', shard))) await breathe(context);

  const profiler = new ColumnProfiler(file.facts.headers);
  const total = await stage(context, shard, file, profiler);
  await store.dropLostEdits(record.id, file.facts.headers.length);
  await finish(context, record, { facts: file.facts, profiles: profiler.profiles(), rows: total });
}

/** Writes each batch while the next one is being read. Rows up to the cursor are there already, after a kill. */
async function stage(
  context: JobContext,
  shard: Shard,
  file: { rows(options: { signal: AbortSignal }): AsyncGenerator<RawRow[]>; bytesRead(): number },
  profiler: ColumnProfiler,
): Promise<number> {
  const look = lookout(context, shard, 'reading');
  let position = 0;
  let size = rowsPerWrite(true);
  let waiting: { raw: RawRow; position: number }[] = [];
  let writing: Promise<boolean> = Promise.resolve(true);
  const flush = async () => {
    if (!(await writing)) throw new JobOver();
    size = rowsPerWrite(await look());
    if (waiting.length === 0) return;
    writing = ahead(context.store.stageRows({ ...shard }, waiting, { bytes: file.bytesRead(), rows: position }));
    shard.cursor = waiting.at(-1)!.raw.row;
    waiting = [];
  };
  for await (const batch of file.rows({ signal: context.signal })) {
    profiler.add(batch);
    for (const raw of batch) {
      if (raw.row > shard.cursor) waiting.push({ raw, position });
      position += 1;
    }
    if (waiting.length >= size || waiting.length === 0) await flush();
  }
  await flush();
  if (!(await writing)) throw new JobOver();
  return position;
}

async function finish(
  { store }: JobContext,
  record: ImportRecord,
  read: Required<Pick<ImportRecord, 'profiles' | 'rows'>> & { facts: NonNullable<ImportRecord['facts']> },
): Promise<void> {
  const mapping =
    keepMapping(record, read.facts.headers) ?? withChoices(suggest(read.profiles), read.profiles, record.choices);
  const more = { changes: { ...read, mapping }, generation: record.generation };
  const ready = read.rows > 0 && mappingProblems(mapping, read.facts.headers.length).length === 0;
  if (record.pauseAtMapping || !ready) {
    await store.moveImport(record.id, ['reading'], 'mapping', more);
  } else {
    const jobs = [{ kind: 'check' as const, importId: record.id }];
    await store.moveImport(record.id, ['reading'], 'checking', { ...more, jobs, restart: true });
  }
}

/** Reading anew with the same headers keeps what a person chose. */
function keepMapping(record: ImportRecord, headers: string[]): Mapping | null {
  const same = record.facts && JSON.stringify(record.facts.headers) === JSON.stringify(headers);
  return same ? record.mapping : null;
}

async function refuse({ store }: JobContext, record: ImportRecord, error: string): Promise<void> {
  await store.moveImport(record.id, ['reading'], 'failed', {
    changes: { error, finishedAt: Date.now() },
    generation: record.generation,
  });
}
