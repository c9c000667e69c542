import { setTimeout as sleep } from 'node:timers/promises';
import type { Files } from '../lib/files';
import { log } from '../lib/log';
import type { ImportStore } from '../lib/store';

const every = 3_600_000;

/** Removes what killed uploads left behind, now and every hour. What fails is tried again the next hour. */
export async function keepSwept(
  store: Pick<ImportStore, 'knownFiles'>,
  files: Pick<Files, 'sweep'>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await files
      .sweep((keys) => store.knownFiles(keys))
      .catch((error) => log.warn({ error: String(error?.stack ?? error) }, 'sweeping uploads failed'));
    await sleep(every, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
