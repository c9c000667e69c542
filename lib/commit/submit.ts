import type { ImportRecord } from '../import-store';
import { limits } from '../limits';
import type { Operation } from '../records';
import type { Store } from '../store';
import { runCommit } from './run-commit';

export type Submitted =
  | { status: 'committed'; operation: number }
  | { status: 'started'; operation: number }
  | { status: 'refused'; reason: Refusal };

type Refusal = 'stale' | 'wrong_state' | 'has_errors' | 'too_many_rows';

/**
 * Submits exactly the revision a person saw. Imports of up to `limits.submitInline` rows are committed before it
 * returns; the job is enqueued first and leased by this call, so a kill hands it to the worker. Submitting a revision
 * twice answers its first operation.
 * @param owner a uuid of this call
 * @param more.atomic all rows or none: refused while rows have errors, or are more than the engine can take at once
 */
export async function submit(
  store: Store,
  importId: number,
  revision: number,
  owner: string,
  { atomic = false } = {},
): Promise<Submitted> {
  const record = await store.readImport(importId);
  if (!record) return { status: 'refused', reason: 'wrong_state' };
  const reason = atomic && record.state === 'review' ? await whyNotAtomic(store, record) : null;
  if (reason) return { status: 'refused', reason };
  const inline = record.rows <= limits.submitInline;
  const started = await store.startCommit(importId, revision, { owner: inline ? owner : undefined, atomic });
  if (started === null) return again(store, importId, revision);
  if (!inline) return { status: 'started', operation: started };
  const operation = (await store.readOperation(importId)) as Operation;
  const shard = { importId, generation: record.generation, fromRow: 1 };
  const end = await runCommit(store, operation, shard, { lease: owner });
  if (end === 'moved') return { status: 'started', operation: started };
  await store.dropJob(owner);
  return { status: 'committed', operation: started };
}

/** Why exactly this revision would be refused now, null where it would not. Nothing is written. */
export async function whyNotSubmitted(
  store: Store,
  record: ImportRecord,
  revision: number,
  { atomic = false } = {},
): Promise<Refusal | null> {
  if (record.state !== 'review') return 'wrong_state';
  return (atomic ? await whyNotAtomic(store, record) : null) ?? (revision === record.revision ? null : 'stale');
}

async function whyNotAtomic(store: Store, { id, rows }: ImportRecord): Promise<'too_many_rows' | 'has_errors' | null> {
  if (rows > store.atomicRows) return 'too_many_rows';
  return (await store.readTotals(id)).states.error > 0 ? 'has_errors' : null;
}

/** How long a second submit of a small import waits for the first one, in ms, and how often it looks. */
const patience = 10_000;
const every = 50;

/** The revision was submitted before, or is no longer the newest, or nothing can be submitted now. */
async function again(store: Store, importId: number, revision: number): Promise<Submitted> {
  const operation = await store.readOperation(importId);
  let record = await store.readImport(importId);
  if (operation?.revision !== revision) {
    return { status: 'refused', reason: record?.state === 'review' ? 'stale' : 'wrong_state' };
  }
  const until = Date.now() + (record && record.rows <= limits.submitInline ? patience : 0);
  while (record?.state === 'committing' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, every));
    record = await store.readImport(importId);
  }
  return { status: record?.state === 'committed' ? 'committed' : 'started', operation: operation.id };
}
