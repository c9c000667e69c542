/** `--readers N`: how long a commit takes, and how readers fare, when many look at it. */
import { asPeople, inHaste } from './crowd.mjs';
import { measure } from './measure.mjs';

/**
 * The same file four times, on a fresh database each: alone, with readers as people are, with readers in haste, and alone again.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {string} file
 * @param {{ readers: number }} options
 * @returns {Promise<{ name: string, committing: number, rows: number, cpu?: Record<string, number>, readers?: import('./answered.mjs').Answered[] }[]>}
 *   committing in ms by the server's clock
 */
export const withReaders = async (engine, file, { readers }) => {
  // It needs the packages that the bench installs first.
  const { startReaders } = await import('./readers.mjs');
  const measured = [];
  for (const [name, crowd] of [
    ['alone', null],
    [`${readers} as people ask`, asPeople],
    [`${readers} without a pause`, inHaste],
    ['alone again', null],
  ]) {
    let answered;
    const during = (baseUrl, id) => {
      const crowded = startReaders(baseUrl, crowd(readers, id));
      return {
        stop: async () => {
          answered = await crowded.stop();
        },
      };
    };
    const { runs } = await measure(engine, [['import', file]], { during: crowd ? during : undefined });
    const [{ committing, totals, cpu }] = runs;
    measured.push({ name, committing, rows: totals.rows, cpu: cpu.commit, readers: answered });
  }
  return measured;
};
