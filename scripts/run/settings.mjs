/** The environment variables of the commands that run something, checked. docs/operations.md lists them. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { root } from '../setup/root.mjs';
import { Told } from '../setup/say.mjs';
import { readTrusted } from './trusted-proxies.cjs';

const loopback = ['127.0.0.1', '::1', 'localhost'];
/** Where a server listens on all addresses, this is how it is asked on this machine. */
const onThisMachine = { '0.0.0.0': '127.0.0.1', '::': '::1' };
const mostWorkers = 64;
/** As in lib/auth/permissions.ts. */
const roles = ['viewer', 'editor', 'administrator'];

/**
 * @typedef {{ port: number, host: string, baseUrl: string, dataDir: string, onPostgres: boolean, workers: number }} Settings
 * dataDir is absolute; baseUrl has no slash at its end; onPostgres: DATABASE_URL names the database
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Settings} Throws a sentence for a value that cannot be used.
 */
export const readSettings = (env = process.env) => {
  const host = env.HOST || '127.0.0.1';
  const port = readPort(env.PORT || '3000');
  const baseUrl = readBaseUrl(env.BASE_URL);
  if (!loopback.includes(host)) expectBaseUrl(host, baseUrl);
  const onPostgres = Boolean(env.DATABASE_URL);
  expectProxies(env.TRUSTED_PROXIES);
  expectRate(env.RATE_LIMIT_PER_MINUTE);
  expectSecretKey(env.SECRET_KEY);
  expectSingleSignOn(env);
  return {
    port,
    host,
    baseUrl: baseUrl ?? urlOf(host, port),
    dataDir: resolve(root, env.DATA_DIR || 'data'),
    onPostgres,
    workers: readWorkers(env.WORKERS || '1', onPostgres),
  };
};

/** The address of the server as it is asked on this machine. */
export const urlOf = (host, port) => {
  const asked = onThisMachine[host] ?? host;
  return `http://${asked.includes(':') ? `[${asked}]` : asked}:${port}`;
};

/** The server cannot know by which name it is reached from elsewhere. */
const expectBaseUrl = (host, baseUrl) => {
  if (baseUrl === undefined) {
    throw new Told(`With HOST=${host}, set BASE_URL to the address people use, such as https://import.example.org.`);
  }
};

const expectProxies = (text) => {
  try {
    readTrusted(text);
  } catch (error) {
    throw new Told(error.message);
  }
};

const expectRate = (text) => {
  if (!text || /^[1-9]\d{0,8}$/.test(text)) return;
  throw new Told(`RATE_LIMIT_PER_MINUTE must be a number from 1 to 999999999, not "${text}".`);
};

/** The key itself is never said. */
const expectSecretKey = (text) => {
  if (!text || /^[0-9a-f]{64}$/i.test(text)) return;
  throw new Told('SECRET_KEY must be 64 hexadecimal digits, as `openssl rand -hex 32` makes them.');
};

/** As lib/auth/oidc.ts reads it, where it is too late for a sentence: the sign-in would be broken for all. */
const expectSingleSignOn = (env) => {
  const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const more = ['OIDC_NAME', 'OIDC_NEW_PEOPLE', 'OIDC_TRUST_EMAIL'];
  const set = [...needed, ...more].filter((name) => env[name]);
  if (set.length === 0) return;
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) throw new Told(`${set[0]} is set, so ${missing.join(' and ')} must be set too.`);
  if (!isAddress(env.OIDC_ISSUER)) {
    throw new Told(`OIDC_ISSUER must be an address such as https://id.example.org, not "${env.OIDC_ISSUER}".`);
  }
  if (env.OIDC_NEW_PEOPLE && !roles.includes(env.OIDC_NEW_PEOPLE)) {
    throw new Told(`OIDC_NEW_PEOPLE must be one of ${roles.join(', ')}, not "${env.OIDC_NEW_PEOPLE}".`);
  }
  if (env.OIDC_TRUST_EMAIL && env.OIDC_TRUST_EMAIL !== '1') {
    throw new Told(`OIDC_TRUST_EMAIL must be 1 or not set, not "${env.OIDC_TRUST_EMAIL}".`);
  }
};

const readWorkers = (text, onPostgres) => {
  const workers = Number(text);
  if (!/^\d+$/.test(text) || workers < 1 || workers > mostWorkers) {
    throw new Told(`WORKERS must be a number from 1 to ${mostWorkers}, not "${text}".`);
  }
  if (workers > 1 && !onPostgres) {
    throw new Told(`WORKERS=${workers} needs PostgreSQL: set DATABASE_URL. On SQLite there is one worker.`);
  }
  return workers;
};

const readPort = (text) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Told(`PORT must be a number from 1 to 65535, not "${text}".`);
};

const isAddress = (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** All addresses begin at the root of a name: pages, links in answers, cookies and the way back from single sign-on. */
const expectNoPath = (text) => {
  const { href, origin } = new URL(text);
  if (href === `${origin}/`) return text;
  throw new Told(
    `BASE_URL must have nothing behind the name, as in ${origin}, not "${text}": Import Desk has a name of its own, and no path.`,
  );
};

const readBaseUrl = (text) => {
  if (!text) return undefined;
  if (isAddress(text)) return expectNoPath(text.replace(/\/+$/, ''));
  throw new Told(`BASE_URL must be an address such as https://import.example.org, not "${text}".`);
};

/**
 * For what only makes sense where several share a database. Throws a sentence on SQLite.
 * @param {Settings} settings
 * @param {string} command
 * @param {string} instead what `npm start` does on SQLite
 */
export const expectPostgres = ({ onPostgres }, command, instead) => {
  if (onPostgres) return;
  throw new Told(`${command} needs PostgreSQL: set DATABASE_URL. On SQLite, npm start ${instead}.`);
};

/**
 * Makes the data folder; only its owner may look inside. Where it is there already with other rights, that is so at least of whatever
 * this process and those it starts put into it.
 */
export const makeDataDir = (path) => {
  process.umask(0o077);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new Told(`The data folder ${path} cannot be made: ${error.message}`);
  }
};

const tryPort = (port, host) =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', (error) => done(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done('free')));
  });

/**
 * Throws a sentence unless the port is free. A server left by a killed start lets go of it within moments: `patience` ms.
 */
export const expectFreePort = async ({ port, host }, patience = 0) => {
  const until = Date.now() + patience;
  let found = await tryPort(port, host);
  while (found === 'EADDRINUSE' && Date.now() < until) {
    await new Promise((done) => setTimeout(done, 100));
    found = await tryPort(port, host);
  }
  if (found === 'free') return;
  if (found === 'EADDRINUSE') {
    throw new Told(`Port ${port} is taken by another program; choose another one: PORT=${port + 1} npm start`);
  }
  if (found === 'EACCES') throw new Told(`Port ${port} needs more rights than you have; choose one above 1023.`);
  throw new Told(`The server cannot listen on ${host}, port ${port} (${found}).`);
};

/** A port nobody uses at the moment. */
export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
