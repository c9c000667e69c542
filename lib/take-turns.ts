import { setImmediate } from 'node:timers/promises';

/** A piece of work that is not to hold the event loop calls what this answers now and then, and waits for it. */
export function takeTurns(ms = 10): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < ms) return;
    await setImmediate();
    since = performance.now();
  };
}
