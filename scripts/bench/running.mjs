/** What runs for the bench and has to be ended with it, also by Ctrl+C. */

const running = [];
let ending = false;

/** A terminal sends Ctrl+C to npm too, which may hand it on: the second one must not cut the first one short. */
const endAll = async () => {
  if (ending) return;
  ending = true;
  for (const started of running.toReversed()) await started.then(({ stop }) => stop()).catch(() => undefined);
  process.exit(130);
};

/**
 * Starts something, works with it, and ends it, whatever happens.
 * @template {{ stop: () => Promise<void> }} What
 * @template T
 * @param {() => Promise<What>} start
 * @param {(what: What) => Promise<T>} work
 * @returns {Promise<T>} what `work` gives, when all has ended
 */
export const whileItRuns = async (start, work) => {
  if (running.length === 0) for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, endAll);
  const started = start();
  running.push(started);
  try {
    return await work(await started);
  } finally {
    // What a signal ends meanwhile is ended by it alone.
    if (ending) await new Promise(() => {});
    running.splice(running.indexOf(started), 1);
    await started.then(({ stop }) => stop());
  }
};
