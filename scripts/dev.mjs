#!/usr/bin/env node
/** `npm run dev`: next dev and the worker on the same data as `npm start`; both follow changes of the sources. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilAskedToEnd } from './run/end.mjs';
import { environment, migrate, nodeOptionsOfDev, startNode, workerProgram } from './run/programs.mjs';
import { expectFreePort, makeDataDir, readSettings } from './run/settings.mjs';
import { supervise } from './run/supervise.mjs';
import { bundleOptions, shared } from './setup/bundle.mjs';
import { takeLock } from './setup/lock.mjs';
import { prepare } from './setup/prepare.mjs';
import { inRoot } from './setup/root.mjs';
import { run, Told } from './setup/say.mjs';

// Apart from dist/, so that bundles of half-done work are never taken for the build.
const dist = inRoot('dist', 'dev');

run(async () => {
  const settings = readSettings();
  makeDataDir(settings.dataDir);
  const lock = takeLock(join(settings.dataDir, 'import-desk.lock'));
  if ('holder' in lock) throw new Told(`Import Desk already runs on ${settings.dataDir} (process ${lock.holder}).`);
  process.once('exit', lock.release);
  await expectFreePort(settings, lock.takenOver ? 12_000 : 0);
  await prepare({ built: false });
  await runBoth(settings, { ...environment(settings, dist), NODE_ENV: 'development' });
});

const runBoth = async (settings, env) => {
  const { context } = await import('esbuild'); // not before the install
  rmSync(join(dist, shared), { recursive: true, force: true });
  let onBundled = () => {};
  const firstBundle = new Promise((resolve) => {
    onBundled = resolve;
  });
  const tell = { name: 'tell', setup: (build) => build.onEnd(({ errors }) => errors.length === 0 && onBundled()) };
  const bundles = await context({ ...bundleOptions(dist), plugins: [tell] });
  await bundles.watch();
  await firstBundle;
  await migrate(env);
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const parameters = [next, 'dev', '--port', String(settings.port), '--hostname', settings.host];
  const web = supervise('web server', () => startNode(parameters, { ...env, NODE_OPTIONS: nodeOptionsOfDev() }));
  const worker = supervise('worker', () => startNode(workerProgram(dist), env));
  onBundled = worker.restart;
  await untilAskedToEnd();
  onBundled = () => {};
  await Promise.all([web.stop(), worker.stop(), bundles.dispose()]);
};
