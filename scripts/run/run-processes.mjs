/** Runs a web server, workers or both, until someone asks for the end. */
import { exec } from '../setup/exec.mjs';
import { nodeProgram } from '../setup/node.mjs';
import { untilAskedToEnd } from './end.mjs';
import { isServing, isWell, waitUntilHealthy } from './health.mjs';
import { adminProgram, startNode, webProgram, workerProgram } from './programs.mjs';
import { supervise } from './supervise.mjs';

/**
 * @param {{ web: boolean, workers: number }} wanted
 * @param {import('./settings.mjs').Settings} settings
 * @param {NodeJS.ProcessEnv} env of every process
 * @returns {Promise<number>} the exit code: 1 where the web server did not come up
 */
export const runProcesses = async ({ web, workers }, settings, env) => {
  let signalled = false;
  const signal = untilAskedToEnd().then(() => {
    signalled = true;
  });
  const running = [
    ...(web ? [supervise('web server', () => startNode(webProgram(), env))] : []),
    ...workerNames(workers).map((name) => supervise(name, () => startNode(workerProgram(), env))),
  ];
  if (!web) console.log(workers === 1 ? 'A worker runs.' : `${workers} workers run.`);
  const is = workers > 0 ? isWell : isServing;
  const up = web ? tellWhenReady(settings, { isOver: () => signalled, is, env }) : true;
  const isUp = await Promise.race([up, signal.then(() => true)]);
  if (isUp) await signal;
  if (signalled) console.log('Stopping …');
  await Promise.all(running.map(({ stop }) => stop()));
  return isUp ? 0 : 1;
};

const workerNames = (count) =>
  count === 1 ? ['worker'] : Array.from({ length: count }, (_, at) => `worker ${at + 1}`);

/** While nobody has an account, whoever can read this makes the first one. */
const tellAddress = async ({ baseUrl }, env) => {
  console.log(`Import Desk is ready: ${baseUrl}`);
  const { code, output } = await exec(nodeProgram(), adminProgram(['set-up-link']), { env, quiet: true });
  if (code === 0)
    console.log(`Nobody has an account yet. Make the first one, an administrator, here:\n${output.trim()}`);
};

const tellWhenReady = async (settings, options) => {
  const isHealthy = await waitUntilHealthy(settings, options);
  if (isHealthy) await tellAddress(settings, options.env);
  else if (!options.isOver()) console.error('Import Desk did not answer within a minute; the lines above say why.');
  return isHealthy || options.isOver();
};
