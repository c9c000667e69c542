#!/usr/bin/env node
/** `npm start`: from a fresh clone to a running Import Desk. Plain for old Node until everything is installed. */
import { join } from 'node:path';
import { environment, migrate } from './run/programs.mjs';
import { runProcesses } from './run/run-processes.mjs';
import { expectFreePort, makeDataDir, readSettings } from './run/settings.mjs';
import { takeLock } from './setup/lock.mjs';
import { prepare } from './setup/prepare.mjs';
import { run, Told } from './setup/say.mjs';

run(async () => {
  const settings = readSettings();
  makeDataDir(settings.dataDir);
  const lock = takeLock(join(settings.dataDir, 'import-desk.lock'));
  if ('holder' in lock) {
    throw new Told(`Import Desk already runs on ${settings.dataDir} (process ${lock.holder}); stop it first.`);
  }
  process.once('exit', lock.release);
  await expectFreePort(settings, lock.takenOver ? 12_000 : 0);
  await prepare();
  const env = environment(settings);
  await migrate(env);
  return runProcesses({ web: true, workers: settings.workers }, settings, env);
});
