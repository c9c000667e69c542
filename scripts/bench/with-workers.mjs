/** `--workers N`: one import by one worker and by several. */
import { measure } from './measure.mjs';

/**
 * The same file four times, on a fresh database each: by one worker, twice by several, and by one again, so that a machine that gets faster or
 * slower meanwhile does so for both.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {string} file
 * @param {{ workers: number }} options
 * @returns {Promise<{ runs: object[], ratios: Record<string, number> }>} runs with the memory of each
 */
export const withWorkers = async (engine, file, { workers }) => {
  const runs = [];
  for (const count of [1, workers, workers, 1]) {
    const measured = await measure(engine, [[`${count} ${count === 1 ? 'worker' : 'workers'}`, file]], {
      workers: count,
    });
    runs.push({ ...measured.runs[0], workers: count, memory: measured.memory });
  }
  return { runs, ratios: ratiosOf(runs) };
};

/**
 * How many times as fast several were as one, by phase: the times of each are added up.
 * @param {{ workers: number, phases: Record<string, number> }[]} runs
 */
export const ratiosOf = (runs) => {
  const time = (phase, isOne) =>
    runs.filter(({ workers }) => (workers === 1) === isOne).reduce((sum, { phases }) => sum + phases[phase], 0);
  return Object.fromEntries(
    Object.keys(runs[0].phases).map((phase) => [phase, time(phase, true) / time(phase, false)]),
  );
};
