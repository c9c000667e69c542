/** Imports on an Import Desk of their own, which is gone afterwards. */
import { statSync } from 'node:fs';
import { startDesk } from '../run/desk.mjs';
import { Told } from '../setup/say.mjs';
import { watchCpu } from './cpu.mjs';
import { importFile } from './import-file.mjs';
import { watchMemory } from './memory.mjs';
import { whileItRuns } from './running.mjs';
import { rangesOf } from './shards.mjs';

/** Milliseconds for a file of so many bytes: a minute, and about 2 ms a row; far more than an import may take. */
const limitFor = (bytes) => 60_000 + bytes / 80;

/**
 * Imports files one after the other on an empty database.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {[name: string, path: string][]} files
 * @param {{ workers?: number, beside?: (baseUrl: string, id: number) => Promise<import('./import-file.mjs').Beside> }} [options]
 *   `beside` makes ready what goes on beside each commit
 * @returns {Promise<{ runs: object[], memory: object }>}
 */
export const measure = async (engine, files, { workers = 1, beside } = {}) => {
  const database = await engine.makeDatabase();
  try {
    return await whileItRuns(
      () => startDesk({ env: database.env, workers }),
      (desk) => importAll(desk, database, files, beside),
    );
  } finally {
    await database.drop();
  }
};

const importAll = async (desk, database, files, beside) => {
  const pids = { ...desk.pids(), database: database.pid };
  const memory = watchMemory(pids);
  try {
    const runs = [];
    for (const [name, path] of files) {
      const cpu = watchCpu(pids);
      const run = await importFile(desk.baseUrl, path, {
        limit: limitFor(statSync(path).size),
        onPhase: cpu.onPhase,
        beside: beside && ((id) => beside(desk.baseUrl, id)),
      });
      runs.push({ name, ...run, cpu: cpu.shares, ranges: rangesOf(database, run.id) });
    }
    return { runs, memory: memory.stop() };
  } catch (error) {
    throw new Told(`${error.message}\n${desk.readLog().slice(-4000)}`);
  }
};
