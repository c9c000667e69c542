/** A PostgreSQL of its own for the bench, and its yardstick on the same server. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../setup/postgres.mjs';
import { columns } from './make-customers.mjs';
import { address, own, texts, upserts } from './yardstick.mjs';

/**
 * Nothing that makes a write less durable is changed: fsync and synchronous_commit stay on. With the defaults of these
 * three, made for very small machines, a large import would mostly measure checkpoints. docs/performance.md lists them.
 */
const settings = { shared_buffers: '512MB', max_wal_size: '4GB', checkpoint_timeout: '15min' };

const script = (file) => `
CREATE TABLE customers(id bigint PRIMARY KEY, ${texts(own)});
CREATE UNIQUE INDEX customers_source ON customers(source_system, source_system_id);
CREATE INDEX customers_email ON customers(email);
CREATE TABLE addresses(customer_id bigint, type TEXT, ${texts(address)}, PRIMARY KEY(customer_id, type));
CREATE TABLE staging(${texts(columns)});
\\copy staging from '${file.replaceAll("'", "''")}' with (format csv, header)
${upserts('id::bigint')}
SELECT count(*) FROM customers;
`;

/** @returns {Promise<import('./engine.mjs').BenchEngine>} */
export const startPostgresEngine = async () => {
  const server = await startPostgres({ settings });
  const psql = (database, input) =>
    execFileSync(join(findPostgres(), 'psql'), ['-XqAt', '-v', 'ON_ERROR_STOP=1', `${server.url}/${database}`], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 300_000,
    });
  let made = 0;
  const makeDatabase = async () => {
    const name = `bench_${++made}`;
    psql('postgres', `CREATE DATABASE ${name};`);
    return {
      name,
      env: { DATABASE_URL: `${server.url}/${name}` },
      pid: server.pid,
      query: (statement) => rowsIn(psql(name, statement)),
      drop: async () => psql('postgres', `DROP DATABASE ${name} WITH (FORCE);\nCHECKPOINT;`),
    };
  };
  /** psql loads the file once. */
  const load = async (file) => {
    const database = await makeDatabase();
    try {
      const started = performance.now();
      const rows = Number(psql(database.name, script(file)).trim());
      return { rows, milliseconds: performance.now() - started };
    } finally {
      await database.drop();
    }
  };
  return { yardstick: '\\copy and upsert by psql', load, makeDatabase, stop: server.stop };
};

const rowsIn = (output) =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('|'));
