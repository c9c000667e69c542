/** What runs for the bench and has to be ended with it, also by Ctrl+C. */

const running = [];

const endAll = async () => {
  for (const { stop } of running.toReversed()) await stop().catch(() => undefined);
  process.exit(130);
};

/**
 * @template T
 * @param {{ stop: () => Promise<void> }} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what `work` gives, when all has ended
 */
export const whileItRuns = async (what, work) => {
  if (running.length === 0) for (const name of ['SIGINT', 'SIGTERM']) process.once(name, endAll);
  running.push(what);
  try {
    return await work();
  } finally {
    running.splice(running.indexOf(what), 1);
    await what.stop();
  }
};
