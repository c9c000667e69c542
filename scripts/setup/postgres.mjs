/** A real PostgreSQL for tests and measurements: the machine's own, on a folder and a port of its own, gone afterwards. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../run/settings.mjs';
import { findProgram } from './chromium.mjs';
import { Told } from './say.mjs';

const debian = '/usr/lib/postgresql';

/** @returns {string | undefined} the folder with the programs of the newest PostgreSQL */
export const findPostgres = () => {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  return found ?? (findProgram('initdb') && join(findProgram('initdb'), '..'));
};

/** PostgreSQL refuses to run as root: then as the user that Debian's package made. */
const user = () => {
  if (process.getuid?.() !== 0) return {};
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'postgres');
  if (!entry) throw new Told('PostgreSQL cannot run as root, and there is no user postgres.');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
};

/**
 * Starts a server on 127.0.0.1 with an empty cluster.
 * @param {{ settings?: Record<string, string | number> }} [options] settings of the server besides ours
 * @returns {Promise<{ url: string, pid: number, folder: string, restart(): Promise<void>, stop(): Promise<void> }>}
 *   `url` without the name of a database; `restart` kills the server at once and starts it again
 */
export const startPostgres = async ({ settings = {} } = {}) => {
  const bin = findPostgres();
  if (!bin) throw new Told('Please install postgresql; on Debian: sudo apt-get install postgresql');
  const as = user();
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-postgres-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'import_desk', '--locale=C', '-E', 'UTF8', '-N'],
    {
      ...as,
      cwd: folder,
      stdio: 'pipe',
    },
  );
  const port = await freePort();
  const wanted = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    ...settings,
  };
  const server = { child: undefined };
  const start = async () => {
    const flags = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server.child = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...as, cwd: folder, stdio: 'ignore' });
    for (let left = 200; left > 0; left--) {
      if (isReady(bin, port)) return;
      if (server.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Told('PostgreSQL did not start.');
  };
  /** @param {NodeJS.Signals} signal SIGINT ends it cleanly, SIGQUIT at once */
  const end = async (signal) => {
    if (server.child.exitCode !== null || server.child.signalCode !== null) return;
    const gone = once(server.child, 'exit');
    server.child.kill(signal);
    await gone;
  };
  await start();
  return {
    url: `postgres://import_desk@127.0.0.1:${port}`,
    get pid() {
      return server.child.pid;
    },
    folder,
    restart: async () => {
      await end('SIGQUIT');
      await start();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const isReady = (bin, port) => {
  try {
    execFileSync(join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
