import { setTimeout as sleep } from 'node:timers/promises';
import { runQueued } from '../commit/run-request';
import { errorText } from '../error-text';
import type { ImportRecord } from '../import-store';
import type { Job } from '../job-store';
import { log } from '../log';
import { IdBlock } from '../plan/plan-rows';
import { type JobContext, JobOver } from './context';

/** How long an earlier request is waited for before it is carried out here too, and how often it is looked at, in ms. */
const [patience, every] = [3000, 10];
/** How long one job goes on with the requests behind its own, in ms: they have jobs, and other work waits for its turn. */
const goesOnFor = 200;

/**
 * Carries out queued requests in the order in which they came. Who is the only worker goes on with those that wait, and their jobs
 * go with them, but not for as long as new ones come: uploads and commits would never have their turn. Of several each does the
 * one of its job, when those in front of it are done; of two who are at the same one the first counts.
 */
export async function requestJob(context: JobContext, job: Job): Promise<void> {
  const { store, signal } = context;
  const ids = new IdBlock(store, idsAtOnce);
  const until = performance.now() + goesOnFor;
  let seen = { id: 0, at: 0 };
  // Whoever had an earlier one does not do it; nor, then, those behind it.
  let tookOver = store.soleWorker;
  for (;;) {
    signal.throwIfAborted();
    const first = await store.firstQueued();
    if (first === null) return;
    if (first > job.importId && (!store.soleWorker || performance.now() > until)) return;
    if (first !== seen.id) seen = { id: first, at: performance.now() };
    if (first < job.importId && !tookOver) {
      if (performance.now() - seen.at < patience) {
        await sleep(every);
        continue;
      }
      tookOver = true;
    }
    const record = await store.readImport(first);
    if (record?.state !== 'checking') continue;
    try {
      await carryOut(context, ids, record);
    } catch (error) {
      if (first === job.importId) throw error;
      // It has a job of its own, which gives it up in the end.
      log.warn({ import: first, error: errorText(error) }, 'a queued request that came earlier failed');
      throw new JobOver();
    }
  }
}

const idsAtOnce = 1000;

async function carryOut({ store }: JobContext, ids: IdBlock, record: ImportRecord): Promise<void> {
  const { id, generation, mapping, facts } = record;
  const rows = await store.readStaged(id, 0, record.rows);
  await runQueued(store, ids, { id, generation, mapping: mapping!, facts: facts!, rows });
}
