import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileIsErased } from '../erased-since';
import { inTurn } from '../in-turn';
import type { IdBlock } from '../plan/plan-rows';
import type { Operation } from '../records';
import type { RequestPlans } from '../request-plans';
import type { NewRequest, QueuedRequest, Settled } from '../request-store';
import type { RawRow } from '../row';
import type { Store } from '../store';
import { charsOfAll, type IsErased, planRequest } from './plan-request';
import { runCommit } from './run-commit';

/** What of a request is written in one transaction. More would make others wait, and is committed in chunks. */
const [rowsAtOnce, charsAtOnce] = [2000, 4 * 1024 * 1024];
/** A customer that others change in between is planned again this often; then the row says so. */
const tries = 8;

export interface RequestRun {
  importId: number;
  /** What became of it where that is known: each plan was done as it stands. */
  done: RequestPlans | null;
}

/**
 * Carries out a request of a bulk contract: the same check, plan and commit as of a file, in one transaction where it is small.
 * @param more.atomic one row that cannot be done stops them all
 * @param more.isErased rows that are left out
 * @returns `known` where its idempotency key belongs to another request
 */
export async function runRequest(
  store: Store,
  ids: IdBlock,
  request: NewRequest,
  { atomic, isErased = null }: { atomic: boolean; isErased?: IsErased | null },
): Promise<RequestRun | 'known'> {
  const isLarge = request.rows.length > rowsAtOnce || charsOfAll(request.rows) > charsAtOnce;
  if (!atomic && isLarge) return inChunks(store, ids, request, isErased);
  const run = await settle(store, ids, request, request.rows, { atomic, isErased, notify: false });
  if (run === 'gone') throw new Error('A new request cannot be gone.');
  return run === 'clash' ? inChunks(store, ids, request, isErased) : run;
}

/** Carries out a request that was queued, and says that it is done. Nothing where it is not queued any more. */
export async function runQueued(
  store: Store,
  ids: IdBlock,
  request: QueuedRequest & { rows: RawRow[]; facts: NewRequest['facts'] },
) {
  const { rows, facts: _, ...of } = request;
  const run = await settle(store, ids, of, rows, { atomic: false, isErased: null, notify: true }, request.facts);
  if (run === 'clash') throw new Error('A queued request met the same unique key again and again.');
}

async function settle(
  store: Store,
  ids: IdBlock,
  of: NewRequest | QueuedRequest,
  rows: RawRow[],
  { atomic, isErased, notify }: { atomic: boolean; isErased: IsErased | null; notify: boolean },
  facts = (of as NewRequest).facts,
): Promise<RequestRun | 'known' | 'gone' | 'clash'> {
  const request = { mapping: of.mapping, facts, rows };
  const attempt = async (isLast: boolean): Promise<RequestRun | Exclude<Settled, object>> => {
    let plans = await planRequest(store, ids, request, { atomic, isErased });
    // Asked behind the plan: an erasure that comes later takes from the plan what it found.
    const isErasedSince = 'id' in of ? await compileIsErased(store, of) : null;
    if (isErasedSince) plans = await planRequest(store, ids, request, { atomic, isErased: isErasedSince });
    const settled = await store.settleRequest(of, plans, { conflicts: isLast && !atomic, notify });
    return typeof settled === 'object' ? { ...settled, done: isLast ? null : plans } : settled;
  };
  for (let count = 1; count <= tries; count++) {
    const run = count === 1 ? await attempt(false) : await again(() => attempt(count === tries));
    if (run !== 'conflict' && run !== 'clash') return run;
  }
  return atomic ? tooBusy() : 'clash';
}

/** Requests about the same customers would disturb each other again and again, so those that were disturbed go one by one. */
const again = inTurn();

const tooBusy = (): never => {
  throw new Error('The customers of this request were changed by others too often. Nothing was written.');
};

async function inChunks(
  store: Store,
  ids: IdBlock,
  request: NewRequest,
  isErased: IsErased | null,
): Promise<RequestRun | 'known'> {
  const owner = randomUUID();
  const plans = await planRequest(store, ids, request, { atomic: false, isErased });
  const submitted = await store.submitRequest(request, plans, owner);
  if (submitted === 'known') return submitted;
  const { importId } = submitted;
  const operation = (await store.readOperation(importId)) as Operation;
  const end = await runCommit(store, operation, { importId, generation: 1, fromRow: 1 }, { lease: owner });
  if (end === 'done') await store.dropJob(owner);
  else await untilCommitted(store, importId);
  return { importId, done: null };
}

/** How often it is looked at whether a worker has done the rest, in ms. */
const every = 100;

/**
 * What takes longer than `ownLease` a worker may take over, as it would after a kill. There is no answer before it is done: one that
 * says less than what becomes of the rows would be a lie, and a timeout would make who asked send them again.
 */
async function untilCommitted(store: Store, importId: number): Promise<void> {
  for (;;) {
    const record = await store.readImport(importId);
    if (record?.state === 'committed') return;
    if (record?.state !== 'committing') throw new Error('The import of a request is gone.');
    await sleep(every);
  }
}
