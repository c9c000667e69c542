import type { Source } from './source';
import type { Target } from './target';

/**
 * Puts the jobs that are open in the SQLite database in line on the target, in the transaction of the move. Those of an
 * older generation, which nobody would do any more, stay behind.
 * @returns how many there are
 */
export async function handOverJobs(source: Source, target: Target): Promise<number> {
  const jobs = source.openJobs();
  await target.putJobs(jobs);
  return jobs.length;
}
