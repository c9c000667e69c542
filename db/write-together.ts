import type { Put } from './engine';
import type { Write, Written } from './write';

/** What somebody wants to write in one transaction. */
export interface Batch {
  list: Write[];
  jobs: Put[];
}

interface Waiting extends Batch {
  done: (written: Written[] | null) => void;
  failed: (error: unknown) => void;
}

/** Batches that share a transaction at the most. */
const most = 100;

/**
 * Group commit: making a transaction durable takes longer than its statements, so batches that come while one is under way wait
 * and then share one. Where a shared one fails, each is tried alone, so that nobody fails for another.
 * @param writeEach writes batches in one transaction; null where an `expect` of any of them did not hold
 */
export function writingTogether(
  writeEach: (batches: Batch[]) => Promise<Written[][] | null>,
): (list: Write[], jobs?: Put[]) => Promise<Written[] | null> {
  const waiting: Waiting[] = [];
  let isWriting = false;
  const alone = async ({ list, jobs, done, failed }: Waiting) => {
    try {
      done((await writeEach([{ list, jobs }]))?.[0] ?? null);
    } catch (error) {
      failed(error);
    }
  };
  const shared = async (batches: Waiting[]) => {
    const written = await writeEach(batches).catch(() => null);
    for (const [at, batch] of batches.entries()) {
      if (written) batch.done(written[at]!);
      else await alone(batch);
    }
  };
  const work = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const batches = waiting.splice(0, most);
      await (batches.length === 1 ? alone(batches[0]!) : shared(batches));
    }
    isWriting = false;
  };
  return (list, jobs = []) =>
    new Promise((done, failed) => {
      waiting.push({ list, jobs, done, failed });
      if (!isWriting) void work();
    });
}

/** What each batch wrote, out of what all of them did one after the other. */
export function apart(batches: { list: unknown[] }[], written: Written[]): Written[][] {
  let at = 0;
  return batches.map(({ list }) => {
    at += list.length;
    return written.slice(at - list.length, at);
  });
}
