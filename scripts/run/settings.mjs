/** The environment variables of `npm start` and `npm run dev`, checked. docs/operations.md lists them. */
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { root } from '../setup/root.mjs';
import { Told } from '../setup/say.mjs';

const loopback = ['127.0.0.1', '::1', 'localhost'];

/**
 * @typedef {{ port: number, host: string, baseUrl: string, dataDir: string }} Settings
 * dataDir is absolute; baseUrl has no slash at its end
 */

/** @returns {Settings} Throws a sentence for a value that cannot be used. */
export const readSettings = (env = process.env) => {
  const host = env.HOST || '127.0.0.1';
  if (!loopback.includes(host)) {
    throw new Told('HOST must be 127.0.0.1, ::1 or localhost until accounts are in.');
  }
  const port = readPort(env.PORT || '3000');
  return {
    port,
    host,
    baseUrl: readBaseUrl(env.BASE_URL) ?? urlOf(host, port),
    dataDir: resolve(root, env.DATA_DIR || 'data'),
  };
};

/** The address of the server on this machine. */
export const urlOf = (host, port) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

const readPort = (text) => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Told(`PORT must be a number from 1 to 65535, not "${text}".`);
};

const readBaseUrl = (text) => {
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new Told(`BASE_URL must be an address such as https://import.example.org, not "${text}".`);
};

/** Makes the data folder; only its owner may look inside. */
export const makeDataDir = (path) => {
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
