/** The process that does the long work: reading, checking, planning, committing. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../db/open-store';
import { openFiles } from '../files/open-files';
import { readSecretKey } from '../files/secret-key';
import { mostAttempts } from '../lib/attempts';
import { errorText } from '../lib/error-text';
import type { Job } from '../lib/job-store';
import { runJob } from '../lib/jobs/run-job';
import { whyGivenUp } from '../lib/jobs/why-given-up';
import { log } from '../lib/log';
import { expectKey } from '../lib/secret-check';
import type { Store } from '../lib/store';
import { openVault } from '../lib/vault';
import { keepSwept } from './keep-swept';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const dataDir = process.env.DATA_DIR ?? join(root, 'data');
const leaseMs = Number(process.env.JOB_LEASE_MS) || undefined;
const dist = process.env.IMPORT_DESK_DIST ?? join(root, 'dist');
const vault = openVault(await readSecretKey(dataDir));
const store = openStore(dataDir, dist, vault, process.env.DATABASE_URL, leaseMs);
const files = await openFiles(dataDir, vault);
const owner = randomUUID();
const stop = new AbortController();

/** An idle worker asks for work again after a pause that grows, in ms. */
const [shortest, longest] = [20, 150];
const beatMs = 2_000;
/** Pause before a job that another one interfered with is taken up again, in ms. */
const againMs = 500;
/** Pause and number of tries to give a failed job back while the database is away. */
const [giveBackEvery, giveBackTries] = [1_000, 20];

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const beating = setInterval(
  () => void store.beat(owner).catch((error) => log.error({ error: errorText(error) }, 'beat failed')),
  beatMs,
);
await expectKey(store, vault);
await store.beat(owner);
log.info({ worker: owner }, 'worker started');
keepSwept(store, files, stop.signal);
await Promise.all(Array.from({ length: store.jobsAtOnce }, () => work(store)));
clearInterval(beating);
await store.close();
log.info({ worker: owner }, 'worker stopped');
process.exit(0);

async function work(from: Store): Promise<void> {
  let pause = shortest;
  while (!stop.signal.aborted) {
    const job = await from.claimJob(owner).catch((error) => {
      log.error({ error: errorText(error) }, 'claiming a job failed');
      pause = beatMs;
      return null;
    });
    if (job) await perform(job);
    else await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    pause = job ? shortest : Math.min(longest, pause * 1.5);
  }
}

async function perform(job: Job): Promise<void> {
  const lost = new AbortController();
  const renewing = setInterval(async () => {
    const mine = await store.renewJob(job, owner).catch(() => true);
    if (!mine) lost.abort();
  }, job.leaseMs / 3);
  const begun = performance.now();
  try {
    if (job.dead) return await bury(job);
    const signal = AbortSignal.any([stop.signal, lost.signal]);
    const lease = `${owner} ${randomUUID()}`;
    const end = await runJob({ store, files, lease, signal }, job);
    if (end === 'again') return await store.releaseJob(job, owner, againMs);
    await store.finishJob(job, owner);
    const { kind, importId, fromRow } = job;
    log.info({ job: kind, import: importId, fromRow, ms: Math.round(performance.now() - begun) }, 'job done');
  } catch (error) {
    // A lost lease is not a failure: the import was started anew, or another worker has the job.
    if (!lost.signal.aborted) await giveBack(job, error);
  } finally {
    clearInterval(renewing);
  }
}

/** Asked to stop: the job goes back at once. Failed: it is tried again, later each time. */
async function giveBack(job: Job, error: unknown): Promise<void> {
  const text = errorText(error);
  if (!stop.signal.aborted) {
    log.error({ job: job.kind, import: job.importId, attempt: job.attempts, error: text }, 'job failed');
  }
  for (let left = giveBackTries; left > 0; left--) {
    try {
      if (stop.signal.aborted) return await store.releaseJob(job, owner, 0);
      if (job.attempts >= mostAttempts[job.kind]) await giveUp(job, error);
      return await store.failJob(job, owner, text);
    } catch (again) {
      // The database is away, as while it restarts. Where it stays away, the lease ends by itself.
      log.error({ error: errorText(again) }, 'a failed job could not be given back');
      if (stop.signal.aborted) return;
      await sleep(giveBackEvery);
    }
  }
}

/** What comes back dead was given up, or killed whoever did it. */
async function bury(job: Job): Promise<void> {
  await giveUp(job, undefined);
  await store.finishJob(job, owner);
}

/** It failed too often: the import says so, and a person decides. */
function giveUp(job: Job, error: unknown): Promise<boolean> {
  return store.moveImport(job.importId, ['reading', 'checking'], 'failed', {
    changes: { error: whyGivenUp(error), finishedAt: Date.now() },
    generation: job.generation,
  });
}
