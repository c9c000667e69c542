/** The process that does the long work: reading, checking, planning, committing. */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../db/open-store';
import { gaveUp, runJob } from '../lib/jobs/run-job';
import { sweepUploads } from '../lib/jobs/sweep-uploads';
import { log } from '../lib/log';
import type { Job } from '../lib/records';
import type { Store } from '../lib/store';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const dataDir = process.env.DATA_DIR ?? join(root, 'data');
const uploads = join(dataDir, 'uploads');
const store = openStore(dataDir, process.env.IMPORT_DESK_DIST ?? join(root, 'dist'), process.env.DATABASE_URL);
const owner = randomUUID();
const stop = new AbortController();

/** A lease is prolonged three times in its length; after a kill the job is free again when it ends. */
const leaseMs = Number(process.env.JOB_LEASE_MS) || 6_000;
const idleMs = 60;
const beatMs = 2_000;
const mostAttempts = 5;
/** Pause before a job that another one interfered with is taken up again. */
const againMs = 500;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const beating = setInterval(
  () => void store.beat(owner).catch((error) => log.error({ error: String(error) }, 'beat failed')),
  beatMs,
);
await store.beat(owner);
log.info({ worker: owner }, 'worker started');
await sweepUploads(store, uploads);
await work(store);
clearInterval(beating);
await store.close();
log.info({ worker: owner }, 'worker stopped');
process.exit(0);

async function work(from: Store): Promise<void> {
  while (!stop.signal.aborted) {
    const job = await from.claimJob(owner, leaseMs).catch((error) => {
      log.error({ error: String(error) }, 'claiming a job failed');
      return null;
    });
    if (job) await perform(job);
    else await sleep(idleMs, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}

async function perform(job: Job): Promise<void> {
  const lost = new AbortController();
  const renewing = setInterval(async () => {
    const mine = await store.renewJob(job, owner, leaseMs).catch(() => true);
    if (!mine) lost.abort();
  }, leaseMs / 3);
  const begun = performance.now();
  try {
    const signal = AbortSignal.any([stop.signal, lost.signal]);
    const removeFile = (fileKey: string) => rm(join(uploads, fileKey), { force: true });
    const pathOf = (fileKey: string) => join(uploads, fileKey);
    const end = await runJob({ store, owner, signal, removeFile, pathOf }, job);
    if (end === 'again') return await store.releaseJob(job, owner, againMs);
    await store.finishJob(job, owner);
    log.info({ job: job.kind, import: job.importId, ms: Math.round(performance.now() - begun) }, 'job done');
  } catch (error) {
    // A lost lease is not a failure: the import was started anew, or another worker has the job.
    if (!lost.signal.aborted) await settle(job, error).catch(unsettled);
  } finally {
    clearInterval(renewing);
  }
}

/** Nothing can be written just now, as while the database restarts: the lease ends by itself, and the job is free again. */
const unsettled = (error: unknown) => log.error({ error: String(error) }, 'a failed job could not be given back');

/** Asked to stop: the job goes back at once. Failed: it is tried again, later each time, and then given up. */
async function settle(job: Job, error: unknown): Promise<void> {
  if (stop.signal.aborted) return store.releaseJob(job, owner, 0);
  log.error(
    { job: job.kind, import: job.importId, attempt: job.attempts, error: String((error as Error)?.stack ?? error) },
    'job failed',
  );
  const given = job.attempts >= mostAttempts && job.kind !== 'commit';
  if (!given) return store.releaseJob(job, owner, Math.min(60_000, 500 * 2 ** job.attempts));
  await store.moveImport(job.importId, ['reading', 'checking'], 'failed', {
    changes: { error: gaveUp, finishedAt: Date.now() },
    generation: job.generation,
  });
  await store.finishJob(job, owner);
}
