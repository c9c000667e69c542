import { type IsErased, planRequest } from '../../commit/plan-request';
import { runRequest } from '../../commit/run-request';
import type { Identity } from '../../erase/identity';
import { withoutErased } from '../../erased-since';
import type { Mapping } from '../../mapping';
import type { IdBlock } from '../../plan/plan-rows';
import type { AnsweredRow, CreatedRow, KnownRequest, NewRequest } from '../../request-store';
import type { Store } from '../../store';
import { answerById } from './answer-by-id';
import { answerBySourceSystem, planBySourceSystem } from './answer-by-source-system';
import { answerScheduled, planScheduled } from './answer-scheduled';
import { answeredPlans, createdOf, createdPlans, problemsOf, resultOf } from './answered';
import { contracts, type Dialect } from './dialects';
import type { Refusal } from './refusals';
import { type BulkAnswer, refuse } from './refuse';
import { refuseInputs } from './refuse-inputs';
import { type BulkSheet, sentKeys } from './to-sheet';

export interface AnsweredRequest {
  answer: BulkAnswer;
  /** Null where none was made. */
  importId: number | null;
}

/** Requests of one caller that may wait at the most. */
export const mostQueued = 1000;

/**
 * Carries out a bulk request whose structure is sound, or says what it would do.
 * @param store by which it is done, so that the audit log has who did it
 * @param sheet what the request was made of
 * @param more.plan nothing is written
 * @param more.erased customers who were erased since the request came: it says nothing of them any more
 * @param more.waiting how many scheduled requests of the caller wait already
 */
export async function answerRequest(
  store: Store,
  ids: IdBlock,
  dialect: Dialect,
  sheet: BulkSheet,
  sent: NewRequest,
  {
    plan,
    erased = [],
    waiting = Promise.resolve(0),
  }: { plan: boolean; erased?: readonly Identity[]; waiting?: Promise<number> },
): Promise<AnsweredRequest> {
  const { rows, emptied } = await withoutErased(sent.rows, erased, { mapping: sent.mapping, vault: store.vault });
  const request = { ...sent, rows };
  const isErased: IsErased = ({ row }) => emptied.has(row);
  if (plan) return { answer: await sayPlan(store, ids, dialect, sheet, request, isErased), importId: null };
  const known = await findKnown(store, request);
  if (known) return answerAgain(store, dialect, sheet, request, known);
  if (dialect === 'scheduled') return queue(store, sheet, request, waiting);
  const run = await runRequest(store, ids, request, { atomic: contracts[dialect].mapping.atomic, isErased });
  if (run === 'known') return answerAgain(store, dialect, sheet, request, (await findKnown(store, request))!);
  const { importId, done } = run;
  const answered = done ? answeredPlans(done.brief) : await store.readAnswered(importId);
  const created = () =>
    done && !done.isPacked ? [createdPlans(done.brief)] : readCreated(store, importId, request.mapping);
  return { answer: await say(store, dialect, sheet, answered, { importId, created }), importId };
}

const findKnown = async (
  store: Store,
  { createdById, requestKey }: NewRequest,
): Promise<KnownRequest | 'other' | null> => (requestKey === null ? null : store.findRequest(createdById!, requestKey));

/** The same request gives the first answer again, from what it did: as it was, or not at all. */
async function answerAgain(
  store: Store,
  dialect: Dialect,
  sheet: BulkSheet,
  request: NewRequest,
  known: KnownRequest | 'other',
): Promise<AnsweredRequest> {
  if (known === 'other' || known.requestHash !== request.requestHash) {
    const detail = 'This Idempotency-Key came with another request before. Nothing was written.';
    return { answer: refuse(dialect, { code: 'key_reused', detail }), importId: null };
  }
  const { importId, state } = known;
  if (dialect === 'scheduled') return { answer: answerScheduled(), importId };
  if (state !== 'committed') {
    const detail = 'The first request with this Idempotency-Key is still at work. Ask again shortly.';
    return { answer: refuse(dialect, { code: 'still_running', detail }), importId };
  }
  const rows = await store.readAnswered(importId);
  const created = () => readCreated(store, importId, request.mapping);
  const answer = isKept(rows) ? await say(store, dialect, sheet, rows, { importId, created }) : null;
  // Looked at behind all that was read: retention notes that they go before it removes them, an erasure with what it takes.
  const now = await findKnown(store, request);
  const removed = now === null || now === 'other' || now.rowsRemovedAt !== null;
  const kept = answer && !removed && (dialect !== 'bySourceSystem' || isKept(await store.readAnswered(importId)));
  return { answer: kept ? answer : answerRemoved(dialect, known), importId };
}

const isKept = (rows: AnsweredRow[]) => rows.every(({ reason }) => reason !== 'erased');

function answerRemoved(dialect: Dialect, { importId, finishedAt }: KnownRequest): BulkAnswer {
  const day = new Date(finishedAt!).toISOString().slice(0, 10);
  const detail = `This request was done on ${day} as import ${importId}. Its answer is not kept any more. Nothing was written now.`;
  return refuse(dialect, { code: 'answer_removed', detail });
}

async function queue(
  store: Store,
  sheet: BulkSheet,
  request: NewRequest,
  waiting: Promise<number>,
): Promise<AnsweredRequest> {
  if ((await waiting) >= mostQueued) {
    const detail = `${mostQueued} requests are waiting to be done. Nothing was scheduled; send this one again later.`;
    return { answer: refuse('scheduled', { code: 'rate_limited', detail, retryAfter: 30 }), importId: null };
  }
  const queued = await store.queueRequest(request);
  if (queued === 'known') return answerAgain(store, 'scheduled', sheet, request, (await findKnown(store, request))!);
  return { answer: answerScheduled(), importId: queued.importId };
}

async function say(
  store: Store,
  dialect: Exclude<Dialect, 'scheduled'>,
  sheet: BulkSheet,
  rows: AnsweredRow[],
  { importId, created }: { importId: number; created: () => CreatedParts },
): Promise<BulkAnswer> {
  if (dialect !== 'bySourceSystem')
    return answerById(lookup[dialect], sentKeys(lookup[dialect], sheet), rows.map(resultOf));
  const refusal = stopped(rows);
  if (refusal) return refuse(dialect, refusal);
  const { createdAt } = (await store.readOperation(importId))!;
  return answerBySourceSystem(customersOf(created(), createdAt));
}

type CreatedParts = Iterable<CreatedRow[]> | AsyncIterable<CreatedRow[]>;

async function* customersOf(parts: CreatedParts, at: number) {
  for await (const part of parts) yield part.map((row) => createdOf(row, at));
}

/** Few at a time: each may be half a megabyte. */
const createdAtOnce = 50;

async function* readCreated(store: Store, importId: number, mapping: Mapping): AsyncGenerator<CreatedRow[]> {
  for (let after = 0; ; ) {
    const part = await store.readCreated(importId, mapping, after, createdAtOnce);
    if (part.length === 0) return;
    yield part;
    after = part.at(-1)!.row;
  }
}

const lookup = { byId: 'id', bySourceId: 'sourceId' } as const;

const stopped = (rows: AnsweredRow[]): Refusal | null => {
  const problems = problemsOf(rows);
  return problems.length === 0 ? null : refuseInputs(problems);
};

async function sayPlan(
  store: Store,
  ids: IdBlock,
  dialect: Dialect,
  sheet: BulkSheet,
  request: NewRequest,
  isErased: IsErased,
): Promise<BulkAnswer> {
  const { atomic } = contracts[dialect].mapping;
  const rows = answeredPlans((await planRequest(store, ids, request, { atomic, isErased })).brief);
  if (dialect === 'scheduled') {
    const failed = rows.flatMap((row, index) => {
      const { outcome, codes, message } = resultOf(row);
      return outcome === 'created' ? [] : [{ index, codes, message: message ?? 'It cannot be created.' }];
    });
    return planScheduled(rows.length - failed.length, failed);
  }
  if (dialect === 'bySourceSystem') {
    const refusal = stopped(rows);
    return refusal ? refuse(dialect, refusal) : planBySourceSystem(rows.length);
  }
  // The ids of customers that would be created are not given to anybody.
  const results = rows.map(resultOf).map((row) => (row.outcome === 'created' ? { ...row, customerId: null } : row));
  return answerById(lookup[dialect], sentKeys(lookup[dialect], sheet), results, { plan: true });
}
