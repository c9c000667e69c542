import type { AttributeDefinition } from '../customer/attribute';
import type { FileBytes } from '../files';
import type { ImportRecord } from '../import-store';
import { type OpenedFile, openFile } from '../intake/open-file';
import { ColumnProfiler } from '../intake/profile';
import { RefusedWhileReading } from '../intake/refusal';
import { listColumns, sealFacts, sealProfiles, sealRows, sealStated } from '../intake/seal-cells';
import { columnsOf, noteShifted } from '../intake/shifted';
import type { Job, Shard } from '../job-store';
import { limits } from '../limits';
import { checkedBy } from '../map/checked-by';
import { withChoices } from '../map/choices';
import { keptOf } from '../map/kept';
import { protect } from '../map/protect';
import { suggest } from '../map/suggest';
import { mappingProblems } from '../map/validate';
import type { Mapping, Protection } from '../mapping';
import type { RawRow } from '../row';
import { ahead, breathe, type JobContext, JobOver, lookout, rowsPerWrite, takeWhole } from './context';

/** Reads an uploaded file into staged rows, suggests a mapping, and stops there or goes on to the check. */
export async function readJob(context: JobContext, job: Job): Promise<void> {
  const record = await context.store.readImport(job.importId);
  if (record?.state !== 'reading' || record.generation !== job.generation) return;
  try {
    await context.files.withFile(record, (bytes) => readFile(context, record, bytes), context.signal);
  } catch (error) {
    if (!(error instanceof RefusedWhileReading)) throw error;
    await refuse(context, record, error.message);
  }
}

/** Has what a reading protected stay so, also where it is refused before its end and another one is asked for. */
async function keepWhenRefused<T>(work: Promise<T>, keep: () => Promise<unknown>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RefusedWhileReading) await keep();
    throw error;
  }
}

async function readFile(context: JobContext, record: ImportRecord, bytes: FileBytes): Promise<void> {
  const { store } = context;
  const file = await openFile(bytes, record.fileName, record.intake);
  if ('refused' in file) return refuse(context, record, file.refused);
  const protection = await protect(file, keptOf(record.facts), context.signal);
  const { sealed } = protection;
  const isAnew = sealed.length > 0 && record.facts !== null;
  if (isAnew) await hideWhatWasFound(context, record, file, protection);
  const shard = await takeWhole(context, record, 'read', { fromRow: 1, toRow: limits.rows });
  if (shard.cursor === 0) while (!(await store.cleanStaging(record.id, 'all', shard))) await breathe(context);

  const profiler = new ColumnProfiler(file.facts.headers);
  const attributes = await store.listAttributes();
  const read = await keepWhenRefused(stage(context, shard, file, profiler, { sealed, attributes }), async () => {
    const facts = sealFacts(file.facts, protection, store.vault.seal, attributes);
    if (facts.kept) await store.changeImport(record.id, ['reading'], { facts });
  });
  await store.dropLostEdits(record.id, file.facts.headers.length, sealed);
  // What an earlier reading staged in clear is deleted by now.
  if (isAnew) await store.scrub();
  const facts = read.hidden ? { ...file.facts, hidden: true as const } : file.facts;
  await finish(context, record, { facts, profiles: profiler.profiles(), rows: read.rows }, protection);
}

/** What an earlier reading may have stored in clear of columns that are sealed by now, other than rows, which all go. */
async function hideWhatWasFound(
  { store }: JobContext,
  record: ImportRecord,
  file: OpenedFile,
  protection: Protection,
): Promise<void> {
  const facts = sealFacts(file.facts, protection, store.vault.seal, await store.listAttributes());
  const mapping = keepMapping(record, facts.headers);
  await store.sealEdits(record.id, protection.sealed);
  if (!(await store.changeImport(record.id, ['reading'], { facts, mapping, profiles: [] }))) throw new JobOver();
}

/** Writes each batch, sealed, while the next one is being read. Rows up to the cursor are there already, after a kill. */
async function stage(
  context: JobContext,
  shard: Shard,
  file: OpenedFile,
  profiler: ColumnProfiler,
  { sealed, attributes }: { sealed: number[]; attributes: AttributeDefinition[] },
): Promise<{ rows: number; hidden: boolean }> {
  const look = lookout(context, shard, 'reading');
  const columns = columnsOf(file.facts, sealed);
  const stated = { definitions: attributes, lists: listColumns(file.facts) };
  let hidden = false;
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
    if (sealStated(batch, stated, context.store.vault.seal)) hidden = true;
    if (sealed.length > 0) noteShifted(batch, columns);
    profiler.add(batch, sealed);
    if (sealed.length > 0) sealRows(batch, sealed, context.store.vault.seal);
    for (const raw of batch) {
      if (raw.row > shard.cursor) waiting.push({ raw, position });
      position += 1;
    }
    if (waiting.length >= size || waiting.length === 0) await flush();
  }
  await flush();
  if (!(await writing)) throw new JobOver();
  return { rows: position, hidden };
}

async function finish(
  { store }: JobContext,
  record: ImportRecord,
  found: Required<Pick<ImportRecord, 'profiles' | 'rows'>> & { facts: NonNullable<ImportRecord['facts']> },
  protection: Protection,
): Promise<void> {
  const { seal } = store.vault;
  const { sealed } = protection;
  const attributes = await store.listAttributes();
  const read = {
    ...found,
    facts: sealFacts(found.facts, protection, seal, attributes),
    profiles: sealProfiles(found.profiles, protection, seal),
  };
  const kept = keepMapping(record, read.facts.headers);
  const mapping = kept
    ? { ...kept, attributes }
    : withChoices(suggest(found.profiles, attributes, sealed), found.profiles, record.choices);
  const more = { changes: { ...read, mapping: checkedBy(mapping) }, generation: record.generation };
  const { headers } = read.facts;
  const ready = read.rows > 0 && mappingProblems(mapping, headers.length, headers, sealed).length === 0;
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
