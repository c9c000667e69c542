import { runQueued } from '../commit/run-request';
import { errorText } from '../error-text';
import { log } from '../log';
import { IdBlock } from '../plan/plan-rows';
import type { ImportRecord, Job } from '../records';
import { type JobContext, JobOver } from './context';

/**
 * Carries out queued requests in the order in which they came, up to the one of the job. Another worker may be at one of them:
 * then the first who is done counts.
 */
export async function requestJob(context: JobContext, job: Job): Promise<void> {
  const { store, signal } = context;
  const ids = new IdBlock(store);
  for (;;) {
    signal.throwIfAborted();
    const first = await store.firstQueued();
    if (first === null || first > job.importId) return;
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

async function carryOut({ store }: JobContext, ids: IdBlock, record: ImportRecord): Promise<void> {
  const { id, generation, mapping, facts } = record;
  const rows = await store.readStaged(id, 0, record.rows);
  await runQueued(store, ids, { id, generation, mapping: mapping!, facts: facts!, rows });
}
