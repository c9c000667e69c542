import { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { type Engine, UniqueTaken } from '../engine';
import { signInTables } from '../sign-in-tables';
import type { Tables } from '../tables';
import type { Write, Written } from '../write';
import { apart, type Batch, writingTogether } from '../write-together';
import { postgresDialect } from './dialect';
import { type PostgresJobs, postgresJobs } from './jobs';
import * as tables from './schema';

const dialect = new PgDialect();

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
    tables: tables as unknown as Tables,
    dialect: postgresDialect,
    signIn: signInTables(drizzle(pool), 'pg', tables as unknown as Tables),
    jobs,
    shardRows,
    soleWorker: false,
    // pg-boss gives it out once more, and then there is nothing to do.
    withoutJob: () => [],
    jobsAtOnce,
    atomicRows: Number.POSITIVE_INFINITY,
    rows,
    scan: rows,
    writeAll: async (list, put = []) => (await writeEach(pool, jobs, [{ list, jobs: put }]))?.[0] ?? null,
    writeTogether: writingTogether((batches) => writeEach(pool, jobs, batches)),
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

/** All batches in one transaction. */
async function writeEach(pool: pg.Pool, jobs: PostgresJobs, batches: Batch[]): Promise<Written[][] | null> {
  if (batches.some((batch) => batch.jobs.length > 0)) await jobs.ready();
  const client = await pool.connect();
  try {
    const results = await performAll(
      client,
      batches.flatMap(({ list }) => list),
    );
    if (!results) {
      await client.query('rollback');
      return null;
    }
    const written = apart(batches, results);
    await jobs.put(
      client,
      batches.flatMap((batch, at) => {
        const created = written[at]![0]?.rows[0]?.[0] as number;
        return batch.jobs.map((job) => ({ ...job, importId: job.importId ?? created }));
      }),
    );
    await client.query('commit');
    return written;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as { code?: string }).code === '23505') throw new UniqueTaken(String((error as Error).message));
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Sends all statements at once and waits for all answers: else a process that computes meanwhile would not get to send the
 * next one, and the database would wait for it.
 * @returns null when an `expect` did not hold; what was sent behind it is undone with it
 * @throws the first error
 */
async function performAll(client: pg.PoolClient, list: Write[]): Promise<Written[] | null> {
  const [begun, ...settled] = await Promise.allSettled([
    client.query('begin'),
    ...list.map((write) => perform(client, write)),
  ]);
  if (begun.status === 'rejected') throw begun.reason;
  const results: Written[] = [];
  for (const [at, each] of (settled as PromiseSettledResult<Written>[]).entries()) {
    if (each.status === 'rejected') throw each.reason;
    if (list[at]!.expect !== undefined && each.value.changes !== list[at]!.expect) return null;
    results.push(each.value);
  }
  return results;
}

async function perform(client: pg.PoolClient, { statement }: Write): Promise<Written> {
  const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();
  const result = await client.query<unknown[]>({ text: sql, values: params, rowMode: 'array' });
  return { changes: result.rowCount ?? 0, rows: result.rows };
}
