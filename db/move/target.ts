/** The PostgreSQL side of a move: one connection, and one transaction on it. */
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getTableColumns, type SQL, type SQLChunk, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { NewJob } from '../../lib/job-store';
import { postgresDialect } from '../postgres/dialect';
import { clearJobs, postgresJobs } from '../postgres/jobs';
import type { MovedRow, MovedTable } from './moved-table';
import { MoveRefused } from './refused';

export interface Target {
  /** Throws a sentence when a table has rows, other than those that migrations put there. */
  expectEmpty(): Promise<void>;
  /** Keeps others from writing to these tables until the transaction ends. */
  lock(tables: MovedTable[]): Promise<void>;
  /** Removes all rows, also where triggers refuse that. */
  clear(table: MovedTable): Promise<void>;
  insert(table: MovedTable, rows: MovedRow[]): Promise<void>;
  count(table: MovedTable): Promise<number>;
  /** Stores rows as PostgreSQL's `COPY` writes them as text, with the columns of the table in their order. */
  load(table: MovedTable, bytes: Readable): Promise<void>;
  /** The next rows in the order of the key, behind the one with the key `after`. */
  read(table: MovedTable, after: string[] | undefined, limit: number): Promise<MovedRow[]>;
  /** Tells the planner what the table is like by now. */
  analyze(table: MovedTable): Promise<void>;
  putJobs(jobs: NewJob[]): Promise<void>;
  clearJobs(): Promise<void>;
  /** The next number that a serial column gives out is above all of the table and above `last`. */
  setSerial(table: MovedTable, last: number): Promise<void>;
  begin(): Promise<void>;
  commit(): Promise<void>;
  close(): Promise<void>;
}

/** Everything as text, as it is compared. */
const types: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text };
const dialect = new PgDialect();
/** Migrations and a first start put rows into these; they are copied over. */
const seeded = ['sequences', 'settings'];

/** Connects. Throws a sentence where that fails. @param url of a PostgreSQL database */
export async function openTarget(url: string): Promise<Target> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks also refuses the query that waits, which is what is told.
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw new MoveRefused(`The target cannot be reached: ${error.message || error.code}`);
  });
  const query = async (statement: SQL): Promise<MovedRow[]> => {
    const { sql: text, params } = dialect.sqlToQuery(statement);
    return (await client.query<MovedRow>({ text, values: params, rowMode: 'array', types })).rows;
  };
  const run = async (statement: SQL): Promise<void> => void (await query(statement));
  const named = (table: MovedTable) => sql.identifier(table.name);
  return {
    expectEmpty: () => expectEmpty(query),
    lock: (tables) => run(sql`lock table ${sql.join(tables.map(named), sql`, `)} in share row exclusive mode`),
    clear: async (table) => {
      await run(sql`alter table ${named(table)} disable trigger user`);
      await run(sql`truncate ${named(table)}`);
      await run(sql`alter table ${named(table)} enable trigger user`);
    },
    insert: (table, rows) => run(insert(table, rows)),
    count: async (table) => Number((await query(sql`select count(*) from ${named(table)}`))[0]![0]),
    read: (table, after, limit) => query(read(table, after, limit)),
    analyze: (table) => run(sql`analyze ${named(table)}`),
    load: (table, bytes) => pipeline(bytes, client.query(from(`copy ${columnsOf(table)} from stdin`))),
    putJobs: (jobs) => putJobs(client, jobs),
    clearJobs: () => clearJobs(client),
    setSerial: (table, last) => run(setSerial(table, last)),
    begin: () => run(sql`begin`),
    commit: () => run(sql`commit`).catch(unconfirmed),
    // A transaction that is open is rolled back by the server.
    close: () => client.end(),
  };
}

/** A table with its columns, as `COPY` wants them. */
export const columnsOf = ({ name, columns }: MovedTable): string =>
  `"${name}" (${columns.map((column) => `"${column}"`).join(', ')})`;

/** Nobody can know whether the server committed when its answer did not come. */
function unconfirmed(error: Error): never {
  throw new Error(
    `The target did not confirm the move (${error.message}). Ask again: if the target is not empty then, all is there.`,
  );
}

async function expectEmpty(query: (statement: SQL) => Promise<MovedRow[]>): Promise<void> {
  const tables = await query(
    sql`select schemaname, tablename from pg_tables where schemaname = current_schema() and tablename <> all(${sql.param(seeded)}::text[])
      or schemaname = 'pgboss' and tablename = 'job' order by schemaname = 'pgboss', tablename`,
  );
  for (const [schema, name] of tables) {
    const [found] = await query(sql`select 1 from ${sql.identifier(schema!)}.${sql.identifier(name!)} limit 1`);
    if (found) throw new MoveRefused(`The target is not empty: its table ${name} has rows. Give an empty database.`);
  }
}

/** Over the one connection there is, so that they come with the rows or not at all. */
async function putJobs(client: pg.Client, jobs: NewJob[]): Promise<void> {
  const queue = postgresJobs(client as unknown as pg.Pool);
  await queue.put(client, jobs);
  await queue.stop();
}

/** With the columns in the order of the rows. */
function insert({ target, columns }: MovedTable, rows: MovedRow[]): SQL {
  const made = Object.values(getTableColumns(target));
  const inOrder = columns.map((name) => made.find((column) => column.name === name)!);
  const { statement } = postgresDialect.insertRows(
    // Typed by the twin, as everywhere.
    target as unknown as SQLiteTable,
    inOrder as unknown as SQLiteColumn[],
    rows,
  );
  return statement as SQL;
}

function read({ name, columns, key }: MovedTable, after: string[] | undefined, limit: number): SQL {
  const listed = (parts: SQLChunk[]) => sql.join(parts, sql`, `);
  const all = listed(columns.map((column) => sql.identifier(column)));
  const keys = listed(key.map((column) => sql.identifier(column.name)));
  const values = listed((after ?? []).map((value, at) => sql`${value}::${sql.raw(key[at]!.type)}`));
  return sql`select ${all} from ${sql.identifier(name)} ${after ? sql`where (${keys}) > (${values})` : sql``}
    order by ${keys} limit ${limit}`;
}

const setSerial = ({ name, serial }: MovedTable, last: number): SQL => {
  const column = sql.identifier(serial!);
  return sql`select setval(pg_get_serial_sequence(${name}, ${serial}), highest + 1, false)
    from (select greatest(coalesce(max(${column}), 0), ${last}::bigint) as highest from ${sql.identifier(name)}) m`;
};
