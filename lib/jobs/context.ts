import type { Files } from '../files';
import type { ImportRecord } from '../import-store';
import type { Phase, RowRange, Shard } from '../job-store';
import type { ImportState } from '../steps';
import type { Store } from '../store';

/** What a job works with. */
export interface JobContext {
  store: Store;
  files: Files;
  /** By which the job's shard is taken: another one for each attempt, so that an attempt given up late cannot write. */
  lease: string;
  /** Aborted when the process is asked to stop, or the lease is lost. */
  signal: AbortSignal;
}

/** Thrown inside a job when its import was cancelled, read anew or taken over: the job simply ends. */
export class JobOver extends Error {}

/** Takes the shard of a phase. Ends the job when there is none, or none any more. */
export async function takeShard(
  { store, lease }: JobContext,
  { id, generation }: Pick<ImportRecord, 'id' | 'generation'>,
  phase: Phase,
  fromRow = 1,
): Promise<Shard> {
  const shard = await store.takeShard({ importId: id, generation, phase }, fromRow, lease);
  if (!shard) throw new JobOver();
  return shard;
}

/** Takes the only shard of a phase, made when it is not there yet. */
export async function takeWhole(
  context: JobContext,
  record: Pick<ImportRecord, 'id' | 'generation'>,
  phase: Phase,
  range: RowRange,
): Promise<Shard> {
  await context.store.openShards({ importId: record.id, generation: record.generation, phase }, [range]);
  return takeShard(context, record, phase, range.fromRow);
}

/**
 * Ends the job when it should not go on, and leaves room for others between two chunks.
 * @returns whether others wrote since the last chunk
 */
export async function breathe({ store, signal }: JobContext): Promise<boolean> {
  signal.throwIfAborted();
  const others = await store.othersWrote();
  if (others) await new Promise((resolve) => setTimeout(resolve, 2));
  return others;
}

/** Rows that are written at a time: few while others write too, so that they never wait long. More than these would be no faster, and what lives longer costs the collector more. */
export const rowsPerWrite = (others: boolean): number => (others ? 350 : 1400);

/**
 * A look at the import between two chunks: ends the job when a person cancelled it or changed its mind.
 * Asks storage twice a second at most. Answers whether others wrote.
 */
export function lookout(
  context: JobContext,
  { importId, generation }: Shard,
  state: ImportState,
): () => Promise<boolean> {
  let last = 0;
  return async () => {
    const others = await breathe(context);
    if (Date.now() - last < 500) return others;
    last = Date.now();
    const record = await context.store.readImport(importId);
    if (record?.state !== state || record.generation !== generation) throw new JobOver();
    return others;
  };
}

/** Begins work that is awaited later. Where it fails before that, nobody would listen yet and the process would end. */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
