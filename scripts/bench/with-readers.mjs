/** `--readers N`: how long a commit takes, and how readers fare, when many look at it. */

import { setTimeout as wait } from 'node:timers/promises';
import { asSignedIn } from '../run/first-person.mjs';
import { asPeople, inHaste } from './crowd.mjs';
import { measure } from './measure.mjs';

/** How long readers are there before the commit, in ms: connecting is not what is measured. */
const settling = 3000;

/**
 * The same file four times, on a fresh database each: alone, with readers as people are, with readers in haste, and alone again.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {string} file
 * @param {{ readers: number }} options
 * @returns {Promise<{ name: string, committing: number, rows: number, cpu?: Record<string, number>, readers?: import('./answered.mjs').Answered[] }[]>}
 *   committing in ms by the server's clock
 */
export const withReaders = async (engine, file, { readers: count }) => {
  // It needs the packages that the bench installs first.
  const { startReaders } = await import('./readers.mjs');
  const measured = [];
  for (const [name, crowd] of [
    ['alone', null],
    [`${count} as people ask`, asPeople],
    [`${count} without a pause`, inHaste],
    ['alone again', null],
  ]) {
    const readers = crowd && crowdOf(crowd, count, startReaders);
    const { runs } = await measure(engine, [['import', file]], { beside: readers?.beside });
    const [{ committing, totals, cpu }] = runs;
    measured.push({ name, committing, rows: totals.rows, cpu: cpu.commit, readers: readers?.answered() });
  }
  return measured;
};

const crowdOf = (crowd, count, startReaders) => {
  let answered;
  const beside = async (baseUrl, id) => {
    const kinds = crowd(count, id);
    await openOnce(baseUrl, kinds);
    const readers = startReaders(baseUrl, kinds);
    await wait(settling);
    return {
      begin: readers.begin,
      stop: async () => {
        answered = await readers.stop();
      },
    };
  };
  return { beside, answered: () => answered };
};

/** The first time a page is opened, its code is loaded. In a server that is in use that was long ago. */
const openOnce = async (baseUrl, kinds) => {
  for (const { paths, headers } of kinds) {
    for (const path of paths)
      await (await fetch(`${baseUrl}${path}`, { headers: { ...headers, ...asSignedIn(baseUrl) } })).text();
  }
};
