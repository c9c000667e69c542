/** How migration, web server and worker are called, whoever calls them: start, bench, screenshots or tests. */
import { spawn } from 'node:child_process';
import { exec } from '../setup/exec.mjs';
import { nodeProgram, withNode } from '../setup/node.mjs';
import { readBuild } from '../setup/prepare.mjs';
import { inRoot, root } from '../setup/root.mjs';
import { Told } from '../setup/say.mjs';

/**
 * The environment of every process.
 * @param {Pick<import('./settings.mjs').Settings, 'port' | 'host' | 'baseUrl' | 'dataDir'>} settings
 */
export const environment = (settings, dist = inRoot('dist')) => ({
  ...withNode(),
  NODE_ENV: 'production',
  PORT: String(settings.port),
  HOST: settings.host,
  HOSTNAME: settings.host, // what Next calls HOST
  BASE_URL: settings.baseUrl,
  DATA_DIR: settings.dataDir,
  IMPORT_DESK_ROOT: root,
  IMPORT_DESK_DIST: dist,
  // Large pieces of memory are given back when they are done with, which glibc leaves off after the first of them: after some requests
  // of 45 MB a web server has three quarters of the memory it has without this. Elsewhere nobody reads it.
  MALLOC_MMAP_THRESHOLD_: String(256 * 1024),
});

/** Uploads stay in the data folder, whatever the environment says. */
export const withoutS3 = {
  S3_BUCKET: '',
  S3_ENDPOINT: '',
  S3_REGION: '',
  S3_ACCESS_KEY_ID: '',
  S3_SECRET_ACCESS_KEY: '',
  S3_FORCE_PATH_STYLE: '',
  S3_PREFIX: '',
};

/** Without these V8 lets garbage lie where there is room: a third more memory for hardly more speed (`npm run bench`). */
const memory = (young) => [`--max-semi-space-size=${young}`, '--max-old-space-size=400'];
const preload = (...names) => names.flatMap((name) => ['--require', inRoot('scripts', 'run', `${name}.cjs`)]);
const leash = preload('leash');
const lines = preload('json-lines');
/** What a request goes through on its way to the web server, in this order. */
const gate = preload(
  'patient',
  'let-go',
  'odd-requests',
  'continue',
  'no-upgrades',
  'client-address',
  'answer-headers',
  'access-log',
  'methods',
  'targets',
  'in-turn',
  'bodies',
  'request-number',
);

/** Parameters of Node for the web server of the build. */
export const webProgram = () => {
  const build = readBuild();
  if (build === undefined) throw new Told('There is no build; run: npm run build');
  return [...memory(8), ...lines, ...leash, ...gate, inRoot(build.server)];
};

/** For `next dev`, which starts its server by itself and hands only this variable on to it. */
export const nodeOptionsOfDev = () =>
  preload('client-address', 'answer-headers')
    .map((each) => JSON.stringify(each))
    .join(' ');

/** Parameters of Node for the worker. Two chunks of rows fit into its young generation, so few of them are copied about. */
export const workerProgram = (dist = inRoot('dist')) => [
  ...memory(24),
  ...lines,
  ...preload('last-words'),
  ...leash,
  `${dist}/worker.mjs`,
];

/** Parameters of Node for a command of `npm run admin`. @param {string[]} parameters */
export const adminProgram = (parameters) => [...leash, inRoot('dist', 'admin.mjs'), ...parameters];

/** Brings the database up to date, and makes sure that uploads have a place. Throws a sentence where that fails. */
export const migrate = async (env, { quiet = false } = {}) => {
  const { code, output } = await exec(nodeProgram(), [`${env.IMPORT_DESK_DIST}/migrate.mjs`], { env, quiet });
  if (code !== 0)
    throw new Told(
      `${output}The database or the storage for uploads is not ready; the lines above say why. Nothing was started.`,
    );
};

/**
 * Starts Node in a process group of its own, so that Ctrl+C reaches us first and we end it in order.
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 * @param {'inherit' | 'pipe' | number} output
 * @param {'ignore' | 'inherit'} input
 */
export const startNode = (parameters, env, output = 'inherit', input = 'ignore') =>
  spawn(nodeProgram(), parameters, {
    cwd: root,
    env,
    detached: process.platform !== 'win32',
    stdio: [input, output, output, 'ipc'],
  });
