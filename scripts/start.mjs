#!/usr/bin/env node
/** `npm start`: from a fresh clone to a running Import Desk. Plain for old Node until everything is installed. */
import { join } from 'node:path';
import { untilAskedToEnd } from './run/end.mjs';
import { waitUntilHealthy } from './run/health.mjs';
import { environment, migrate, startNode, webProgram, workerProgram } from './run/programs.mjs';
import { expectFreePort, makeDataDir, readSettings, urlOf } from './run/settings.mjs';
import { supervise } from './run/supervise.mjs';
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
  return runBoth(settings, env);
});

/** Runs web server and worker until a signal comes. */
const runBoth = async (settings, env) => {
  let signalled = false;
  const signal = untilAskedToEnd().then(() => {
    signalled = true;
  });
  const web = supervise('web server', () => startNode(webProgram(), env));
  const worker = supervise('worker', () => startNode(workerProgram(), env));
  const healthy = waitUntilHealthy(urlOf(settings.host, settings.port), { isOver: () => signalled }).then(
    (isHealthy) => {
      if (isHealthy) console.log(`Import Desk is ready: ${settings.baseUrl}`);
      else if (!signalled) console.error('Import Desk did not answer within a minute; the lines above say why.');
      return isHealthy || signalled;
    },
  );
  const isUp = await Promise.race([healthy, signal.then(() => true)]);
  if (isUp) await signal;
  if (signalled) console.log('Stopping …');
  await Promise.all([web.stop(), worker.stop()]);
  return isUp ? 0 : 1;
};
