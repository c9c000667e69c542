import type { Writable } from 'node:stream';
import { getTableName, SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { type About, type Engine, type NewImportWrite, type Put, UniqueTaken } from '../engine';
import { signInTables } from '../sign-in-tables';
import type { Tables } from '../tables';
import { pack, unpack, type Write, type Written } from '../write';
import { writingTogether } from '../write-together';
import { postgresDialect } from './dialect';
import { type PostgresJobs, postgresJobs } from './jobs';
import * as postgresTables from './schema';

const dialect = new PgDialect();
const tables = postgresTables as unknown as Tables;

/** Whole numbers come as numbers: what we store stays within 2^53. */
const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    numbers.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Connections of a process at the most. */
const connections = 10;
/** How long a query waits for one of them, in ms: a server that cannot be reached must not hold requests for ever. */
const patience = 30_000;

/** Rows of a shard: enough to outweigh the taking of it, and few enough for several workers to end together. */
const shardRows = 10_000;
/** Two, so that one job computes while the database works for the other, and nobody waits while a shard begins or ends. */
const jobsAtOnce = 2;

/**
 * PostgreSQL behind a pool of connections.
 * @param url as in `postgres://user:password@host:5432/database`, of a migrated database
 */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'import-desk',
    max: connections,
    connectionTimeoutMillis: patience,
    keepAlive: true,
    pipeline: true,
    types,
  });
  // A connection that breaks while nobody uses it is replaced; without a listener the process would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // Our queries are short; where the planner takes one for long, compiling it takes longer than the query.
    client.query('set jit = off').catch(() => undefined);
  });
  const jobs = postgresJobs(pool);
  const rows = async (query: SQL): Promise<unknown[][]> => {
    const { sql, params } = dialect.sqlToQuery(query);
    return (await pool.query<unknown[]>({ text: sql, values: params, rowMode: 'array' })).rows;
  };
  return {
    // Typed by the twin: a union of both kinds of database does not type-check.
    db: drizzle(pool) as unknown as Engine['db'],
    tables,
    dialect: postgresDialect,
    signIn: signInTables(drizzle(pool), 'pg', tables),
    jobs,
    shardRows,
    soleWorker: false,
    // pg-boss gives it out once more, and then there is nothing to do.
    withoutJob: () => [],
    jobsAtOnce,
    atomicRows: Number.POSITIVE_INFINITY,
    rows,
    scan: rows,
    writeAll: (list, put = []) => writeAll(pool, jobs, list, put),
    packed: (write) => {
      const { sql, params } = plain(write);
      const packed = pack(params);
      return { ...write, statement: { toSQL: () => ({ sql, params: unpack(packed) as unknown[] }) }, packed };
    },
    makeTogether: writingTogether((group: NewImportWrite[]) => makeEach(pool, jobs, group)),
    analyse: async (list) => {
      // Never waited for: a table that is being looked at or vacuumed already is left out, and so is one that is not ours.
      await pool.query(`analyze (skip_locked) ${list.join(', ')}`).catch(() => undefined);
    },
    // What is deleted stays in its files until it overwrites it by itself; nobody can make it.
    scrub: async () => undefined,
    // Writers do not shut each other out here.
    dataVersion: async () => 0,
    close: async () => {
      await jobs.stop();
      await pool.end();
    },
  };
}

/** All statements in one transaction. */
async function writeAll(pool: pg.Pool, jobs: PostgresJobs, list: Write[], put: Put[]): Promise<Written[] | null> {
  if (put.length > 0) await jobs.ready();
  return inTransaction(pool, async (client) => {
    const written = await (list.some(({ packed }) => packed) ? performEach : performAll)(client, list);
    if (!written) return null;
    const created = written[0]?.rows[0]?.[0] as number;
    await jobs.put(
      client,
      put.map((job) => ({ ...job, importId: job.importId ?? created })),
    );
    return written;
  });
}

/** As few statements as one import would need: what the database does for each statement is most of the work. */
async function makeEach(pool: pg.Pool, jobs: PostgresJobs, group: NewImportWrite[]): Promise<number[]> {
  await jobs.ready();
  const made = await inTransaction(pool, async (client) => {
    const numbers = sql`select nextval(pg_get_serial_sequence('imports', 'id')) from generate_series(1, ${group.length})`;
    const written = await performAll(client, [{ statement: numbers }]);
    const ids = written![0]!.rows.map(([id]) => id as number);
    await performAll(client, makingWrites(group, ids), { begun: true });
    const put = group.map(({ job }, at) => ({ kind: job, importId: ids[at]! }));
    await jobs.put(client, put, () => 1);
    return ids;
  });
  return made!;
}

/** The imports in one statement, and what is written about them in one for each table. */
function makingWrites(group: NewImportWrite[], ids: number[]): Write[] {
  const names = Object.keys(group[0]!.values) as (keyof NewImportWrite['values'])[];
  const own = names.map((name) => tables.imports[name]);
  const rows = group.map(({ values }) => names.map((name, at) => inStore(own[at]!, values[name])));
  const numbered = (importId: SQLiteColumn, columns: SQLiteColumn[]) => [importId, ...columns];
  const about = new Map<string, { of: About; rows: About['rows'] }>();
  for (const [at, { about: all }] of group.entries()) {
    for (const of of all) {
      const name = getTableName(of.table);
      const gathered = about.get(name) ?? { of, rows: [] };
      about.set(name, gathered);
      for (const row of of.rows) gathered.rows.push([ids[at]!, ...row]);
    }
  }
  return [
    postgresDialect.insertRows(
      tables.imports,
      numbered(tables.imports.id, own),
      rows.map((row, at) => [ids[at]!, ...row]),
    ),
    ...[...about.values()].map(({ of, rows: all }) =>
      postgresDialect.insertRows(of.table, numbered(of.importId, of.columns), all),
    ),
  ];
}

const inStore = (column: SQLiteColumn, value: unknown) =>
  value === null || value === undefined ? null : (column.mapToDriverValue(value) as string | number);

/** @param work gives null where nothing is to be written */
async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T | null>): Promise<T | null> {
  const client = await pool.connect();
  try {
    const done = await work(client);
    await client.query(done === null ? 'rollback' : 'commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as { code?: string }).code === '23505') throw new UniqueTaken(String((error as Error).message));
    throw error;
  } finally {
    client.release();
  }
}

/** One after the other: what they insert is unpacked for one at a time. */
async function performEach(client: pg.PoolClient, list: Write[]): Promise<Written[] | null> {
  await client.query('begin');
  const results: Written[] = [];
  for (const write of list) {
    const written = await perform(client, write);
    if (write.expect !== undefined && written.changes !== write.expect) return null;
    results.push(written);
  }
  return results;
}

/**
 * Sends all statements at once and waits for all answers: else a process that computes meanwhile would not get to send the
 * next one, and the database would wait for it.
 * @param more.begun whether the transaction is begun
 * @returns null when an `expect` did not hold; what was sent behind it is undone with it
 * @throws the first error
 */
async function performAll(
  client: pg.PoolClient,
  list: Write[],
  { begun: isBegun = false } = {},
): Promise<Written[] | null> {
  const [begun, ...settled] = await Promise.allSettled(
    inOnePart(client, () => [isBegun ? null : client.query('begin'), ...list.map((write) => perform(client, write))]),
  );
  if (begun.status === 'rejected') throw begun.reason;
  const results: Written[] = [];
  for (const [at, each] of (settled as PromiseSettledResult<Written>[]).entries()) {
    if (each.status === 'rejected') throw each.reason;
    if (list[at]!.expect !== undefined && each.value.changes !== list[at]!.expect) return null;
    results.push(each.value);
  }
  return results;
}

/** What is sent meanwhile goes to the server in one part: a call of the system for each statement costs as much as the statement. */
function inOnePart<T>(client: pg.PoolClient, send: () => T): T {
  // The library does the same for the messages of one statement. Its types leave the connection out.
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

const plain = ({ statement }: Pick<Write, 'statement'>) =>
  statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();

async function perform(client: pg.PoolClient, write: Write): Promise<Written> {
  const { sql, params } = plain(write);
  const result = await client.query<unknown[]>({ text: sql, values: params, rowMode: 'array' });
  return { changes: result.rowCount ?? 0, rows: result.rows };
}
