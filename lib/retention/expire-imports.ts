import type { Store } from '../store';
import { keptSince, readRetention } from './retention';

/** Imports that are looked at together. */
const part = 50;

/**
 * Ends the time of imports that are older than an administrator wants: nobody sees their rows from then on, and jobs remove
 * them. Imports that wait for a person, and that nobody touched for as long, are cancelled. Several may call it at once.
 * @returns how many imports were ended
 */
export async function expireImports(store: Store, signal: AbortSignal, now = Date.now()): Promise<number> {
  const retention = await readRetention(store);
  const since = keptSince(retention, now);
  if (since === null) return 0;
  await cancelUntouched(store, signal, since, retention.days!);
  let ended = 0;
  for (let after = 0; ; ) {
    const ids = await store.listExpired(since, after, part);
    if (ids.length === 0) return ended;
    for (const id of ids) {
      signal.throwIfAborted();
      if (await store.expireImport(id, since, await store.readTotals(id))) ended += 1;
    }
    after = ids.at(-1)!;
  }
}

/** Their rows are kept for as long again, so that whoever misses them can look what they were. */
async function cancelUntouched(store: Store, signal: AbortSignal, since: number, days: number): Promise<void> {
  const error = `Nobody went on with this import for ${days} ${days === 1 ? 'day' : 'days'}, so it was cancelled. Nothing was written.`;
  for (let after = 0; ; ) {
    const ids = await store.listUntouched(since, after, part);
    if (ids.length === 0) return;
    for (const id of ids) {
      signal.throwIfAborted();
      const changes = { error, finishedAt: Date.now() };
      await store.moveImport(id, ['mapping', 'review'], 'cancelled', { changes, restart: true });
    }
    after = ids.at(-1)!;
  }
}
