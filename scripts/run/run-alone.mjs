/** `npm run web` and `npm run worker`: one of the two alone, any number of each beside one PostgreSQL. */
import { prepare } from '../setup/prepare.mjs';
import { environment, migrate } from './programs.mjs';
import { runProcesses } from './run-processes.mjs';
import { expectFreePort, expectPostgres, makeDataDir, readSettings } from './settings.mjs';

/**
 * Sets up what is missing and runs until a signal comes. There is no lock of the data folder: others may use it too.
 * @param {'web' | 'worker'} which
 * @returns {Promise<number>} the exit code
 */
export const runAlone = async (which) => {
  const settings = readSettings();
  expectPostgres(settings, `npm run ${which}`, 'runs the web server and the worker together');
  makeDataDir(settings.dataDir);
  const web = which === 'web';
  if (web) await expectFreePort(settings);
  await prepare();
  const env = environment(settings);
  await migrate(env);
  return runProcesses({ web, workers: web ? 0 : settings.workers }, settings, env);
};
