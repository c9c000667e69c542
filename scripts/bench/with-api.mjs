/** `--api`: how many customers the bulk contracts take, beside what a file's commit does in the same run. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startDesk } from '../run/desk.mjs';
import { importFile } from './import-file.mjs';
import { measureLarge } from './large-request.mjs';
import { cellsOf, columns, writeCustomers } from './make-customers.mjs';
import { whileItRuns } from './running.mjs';

/** Customers of one request of contract A, and how many of them are on their way at a time. */
const [size, connections] = [500, 4];
/** Requests of one customer, one after the other. */
const singles = 1000;
/** Callers of contract C, each with a key of its own, for each may have only so many waiting; and how many ask at a time. */
const [callers, asking] = [20, 40];
const limit = 600_000;

/**
 * A file; the same customers once more under other ids through contract A; single customers through A; contract C while the
 * worker commits another file; and one request of A that is nearly as large as one may be.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @param {string} file as `writeCustomers` makes it
 * @returns {Promise<{ file: Load, many: Load, single: Load, scheduled: Load, large: Load & { waited: number, web: number } }>}
 * @typedef {{ name: string, rows: number, milliseconds: number, requests?: number, refused?: number, p50?: number, p99?: number, most?: number }} Load
 */
export const withApi = async (engine, file, { rows }) => {
  const database = await engine.makeDatabase();
  try {
    return await whileItRuns(
      () => startDesk({ env: database.env }),
      (desk) => measureAll(desk, file, rows),
    );
  } finally {
    await database.drop();
  }
};

const scopes = ['customers:write', 'customers_create', 'imports:write'].flatMap((scope) => ['--scope', scope]);
const makeKey = async (desk, name) =>
  (await desk.admin(['create-key', '--name', name, ...scopes])).trim().split('\n').at(-1);

const measureAll = async (desk, file, rows) => {
  const { default: autocannon } = await import('autocannon');
  const key = await makeKey(desk, 'bench');
  const imported = await importFile(desk.baseUrl, file, { limit });
  const load = (more) => ask(autocannon, desk.baseUrl, more);
  const byId = bodiesById(file, rows);
  const many = await load({ path: '/customers/bulk/id', key, connections, bodies: byId, amount: byId.length });
  const one = bodiesById(file, singles, { size: 1, from: 20_000_000 });
  const single = await load({ path: '/customers/bulk/id', key, connections: 1, bodies: one, amount: singles });
  const keys = [];
  for (let at = 0; at < callers; at++) keys.push(await makeKey(desk, `caller ${at}`));
  const scheduled = await besideCommit(desk, file, rows, load, keys);
  return {
    file: { name: 'a file, its commit', rows: imported.totals.rows, milliseconds: imported.committing },
    many: { ...many, name: `A, ${size} customers a request`, rows: byId.length * size },
    single: { ...single, name: 'A, one customer a request', rows: singles },
    scheduled: { ...scheduled, name: 'C, while the worker commits', rows: scheduled.requests },
    large: await measureLarge(desk, key),
  };
};

/** The commit of a second file, and requests of contract C for as long as it takes. */
const besideCommit = async (desk, file, rows, load, keys) => {
  const second = join(dirname(file), 'second.csv');
  await writeCustomers(second, { rows, bad: 0, start: 40_000_000 });
  let at = 0;
  const next = () => ({ key: keys[at++ % keys.length], body: scheduledBody(at) });
  let running;
  await importFile(desk.baseUrl, second, {
    limit,
    beside: async () => ({
      begin: () => {
        running = load({ path: '/v2/customers/bulk/create', connections: asking, next, duration: 600 });
      },
      stop: async () => running.stop(),
    }),
  });
  return running;
};

const scheduledBody = (at) =>
  JSON.stringify({
    customers: [{ name: 'Ann', last_name: `Later ${at}`, email: `later${at}@example.com`, country: 'nl' }],
  });

/** Requests by autocannon, which looks each 20 ms whether they are through. The promise has `stop`, which ends them. */
const ask = (autocannon, url, { path, key, bodies, next, ...more }) => {
  let at = 0;
  const take = next ?? (() => ({ key, body: bodies[at++ % bodies.length] }));
  const setupRequest = (request) => {
    const { key: bearer, body } = take();
    return { ...request, body, headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` } };
  };
  let instance;
  const ended = new Promise((resolve, reject) => {
    const begun = performance.now();
    instance = autocannon(
      { url, timeout: 60, sampleInt: 20, ...more, requests: [{ method: 'POST', path, setupRequest }] },
      (error, result) => {
        if (error) return reject(error);
        const milliseconds = performance.now() - begun;
        const { p50, p99, max: most } = result.latency;
        resolve({ milliseconds, requests: result['2xx'], refused: result.non2xx + result.errors, p50, p99, most });
      },
    );
  });
  ended.stop = () => {
    instance.stop();
    return ended;
  };
  return ended;
};

const names = {
  ...{
    id: 'id',
    debtor_id: 'debtorId',
    first_name: 'firstName',
    last_name: 'lastName',
    company: 'company',
    email: 'email',
  },
  ...{ phone: 'phone', mobile: 'mobile', date_of_birth: 'dateOfBirth', gender: 'gender', language: 'language' },
  ...{ source_system: 'source', source_system_id: 'sourceId' },
};
const numbers = new Set(['id', 'debtor_id']);
const parts = { street: 'street', number: 'number', postal_code: 'postalCode', city: 'city', country: 'country' };

/** The customers of a made file as bodies of contract A, under other ids. */
const bodiesById = (file, count, { size: each = size, from = 10_000_000 } = {}) => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(1, count + 1);
  const customers = lines.filter((text) => text !== '').map((text) => customerOf(cellsOf(text), from));
  const bodies = [];
  for (let at = 0; at + each <= customers.length; at += each) {
    bodies.push(JSON.stringify({ customers: customers.slice(at, at + each) }));
  }
  return bodies;
};

const customerOf = (cells, from) => {
  const given = Object.fromEntries(columns.map((name, at) => [name, cells[at]]).filter(([, text]) => text !== ''));
  const id = Number(given.id) + from;
  const row = {
    ...given,
    id,
    debtor_id: id,
    source_system_id: `${given.source_system_id}-${from}`,
    email: `${from}.${given.email}`,
  };
  const taken = (map) =>
    Object.fromEntries(
      Object.entries(map)
        .filter(([name]) => row[name] !== undefined)
        .map(([name, ours]) => [ours, numbers.has(name) ? Number(row[name]) : row[name]]),
    );
  return { ...taken(names), addresses: [{ type: 'invoice', isDefault: 'Y', ...taken(parts) }] };
};
