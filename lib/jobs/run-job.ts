import { runCommit } from '../commit/run-commit';
import type { Job } from '../job-store';
import type { Store } from '../store';
import { checkJob, duplicatesJob } from './check-job';
import { breathe, type JobContext, JobOver } from './context';
import { eraseJob } from './erase-job';
import { expireJob } from './expire-job';
import { readJob } from './read-job';
import { requestJob } from './request-job';

/**
 * Does what a job says. Every job can be begun again at any time and goes on from its cursor.
 * @returns `again` when it ended although its work is not done, because someone else moved the cursor meanwhile. That
 *   one may be gone by now, so the job must not be given up.
 */
export async function runJob(context: JobContext, job: Job): Promise<'done' | 'again'> {
  try {
    await perform(context, job);
  } catch (error) {
    if (!(error instanceof JobOver)) throw error;
    return (await isWaitedFor(context.store, job)) ? 'again' : 'done';
  }
  return 'done';
}

async function isWaitedFor(store: Store, job: Job): Promise<boolean> {
  if (job.kind === 'erase') return true;
  if (job.kind === 'clean' || job.kind === 'expire') return false;
  const record = await store.readImport(job.importId);
  return record?.state === during[job.kind] && record.generation === job.generation;
}

/** The state of an import while a job has work to do. */
const during = {
  read: 'reading',
  check: 'checking',
  duplicates: 'checking',
  commit: 'committing',
  request: 'checking',
} as const;

async function perform(context: JobContext, job: Job): Promise<void> {
  switch (job.kind) {
    case 'read':
      return readJob(context, job);
    case 'check':
      return checkJob(context, job);
    case 'duplicates':
      return duplicatesJob(context, job);
    case 'commit': {
      const operation = await context.store.readOperation(job.importId);
      if (operation && (await runCommit(context.store, operation, job, context)) === 'moved') throw new JobOver();
      return;
    }
    case 'request':
      return requestJob(context, job);
    case 'erase':
      return eraseJob(context);
    case 'expire':
      return expireJob(context, job.importId);
    case 'clean':
      return clean(context, job.importId);
  }
}

/** Removes a deleted import: its rows, its file, and at last itself, so that a kill in between loses nothing of the work. */
async function clean(context: JobContext, importId: number): Promise<void> {
  while (!(await context.store.cleanStaging(importId, 'all'))) await breathe(context);
  const fileKey = await context.store.fileOf(importId);
  if (fileKey !== null) await context.files.remove(fileKey);
  await context.store.forgetImport(importId);
}
