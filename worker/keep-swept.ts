import { setTimeout as sleep } from 'node:timers/promises';
import { answersKept } from '../lib/answers';
import { errorText } from '../lib/error-text';
import type { Files } from '../lib/files';
import { log } from '../lib/log';
import { expireImports } from '../lib/retention/expire-imports';
import type { Store } from '../lib/store';

const every = 3_600_000;

/**
 * Removes what killed uploads left behind, ends the time of imports that are older than an administrator wants, and forgets answers
 * that need not be given again, now and every hour. What fails is tried again the next hour.
 */
export async function keepSwept(store: Store, files: Pick<Files, 'sweep'>, signal: AbortSignal): Promise<void> {
  const told = (what: string) => (error: Error) => log.warn({ error: errorText(error) }, what);
  while (!signal.aborted) {
    await files.sweep((keys) => store.knownFiles(keys)).catch(told('sweeping uploads failed'));
    await expireImports(store, signal).catch(told('ending the time of old imports failed'));
    await store.forgetAnswers(Date.now() - answersKept).catch(told('forgetting old answers failed'));
    await sleep(every, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
