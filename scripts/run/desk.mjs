/** A whole Import Desk on a free port and a data folder of its own: for the bench, the screenshots and the end-to-end tests. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { asSignedIn, keepSession, makePerson, runAdmin, signIn } from './first-person.mjs';
import { waitUntilHealthy } from './health.mjs';
import { environment, migrate, startNode, webProgram, withoutS3, workerProgram } from './programs.mjs';
import { freePort, urlOf } from './settings.mjs';
import { endChild } from './supervise.mjs';

const host = '127.0.0.1';
const logName = 'processes.log';
const isOver = (child) => child.exitCode !== null || child.signalCode !== null;

/** Kill -9, and back when the process is gone. */
const kill = async (child) => {
  if (isOver(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};

/** Starts web server and workers of the build. See desk.d.mts for what comes back. */
export const startDesk = async ({
  env: more = {},
  port,
  workers: count = 1,
  apart = false,
  empty = false,
  prepared = undefined,
} = {}) => {
  const newFolder = () => mkdtempSync(join(tmpdir(), 'import-desk-'));
  const dataDir = newFolder();
  const workerDataDir = apart ? newFolder() : dataDir;
  const logFile = join(dataDir, logName);
  const log = openSync(logFile, 'a');
  const settings = { port: port ?? (await freePort()), host, dataDir };
  settings.baseUrl = urlOf(host, settings.port);
  // Where you keep your data is nothing for a temporary desk, and everybody in a test comes from one address.
  const ours = {
    ...withoutS3,
    // The test runner sets it, and Node warns where the other one is set as well.
    FORCE_COLOR: undefined,
    DATABASE_URL: '',
    // Processes with data folders of their own still have one secret.
    SECRET_KEY: apart ? randomBytes(32).toString('hex') : '',
    OIDC_ISSUER: '',
    TRUSTED_PROXIES: '',
    RATE_LIMIT_PER_MINUTE: '999999999',
  };
  const env = { ...environment(settings), ...ours, ...more };
  const readLog = () => readFileSync(logFile, 'utf8');
  let web;
  let workers = [];

  const startWorkers = () => {
    const own = { ...env, DATA_DIR: workerDataDir };
    workers = Array.from({ length: count }, () => startNode(workerProgram(), own, log));
  };
  const startWeb = async () => {
    const child = startNode(webProgram(), env, log);
    web = child;
    if (await waitUntilHealthy(settings, { isOver: () => isOver(child) })) return;
    throw new Error(`The web server did not come up.\n${readLog()}`);
  };
  const end = () => Promise.all([web, ...workers].filter(Boolean).map((child) => endChild(child, 5000)));
  const stop = async () => {
    await end();
    for (const folder of [dataDir, workerDataDir]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    if (prepared) cpSync(prepared.dataDir, dataDir, { recursive: true, filter: (path) => basename(path) !== logName });
    else await migrate(env, { quiet: true });
    startWorkers();
    await startWeb();
    if (prepared) keepSession(settings.baseUrl, prepared.cookie);
    else if (!empty) {
      await makePerson(env);
      keepSession(settings.baseUrl, await signIn(settings.baseUrl));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl: settings.baseUrl,
    cookie: asSignedIn(settings.baseUrl).cookie ?? '',
    makePerson: (person, role) => makePerson(env, person, role),
    admin: (parameters, input) => runAdmin(env, parameters, input),
    dataDir,
    workerDataDir,
    pids: () => ({ web: web.pid, workers: workers.map((worker) => worker.pid) }),
    readLog,
    killWeb: () => kill(web),
    killWorker: () => Promise.all(workers.map(kill)),
    restart: async () => {
      await end();
      await migrate(env, { quiet: true });
      startWorkers();
      await startWeb();
    },
    end,
    stop,
  };
};
