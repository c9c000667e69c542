/** A backup of PostgreSQL is the rows of its tables, all of one moment, as `COPY` writes them. */
import type { Readable } from 'node:stream';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { NewJob } from '../../lib/job-store';
import { type MovedTable, movedTables } from '../move/moved-table';
import { columnsOf, openTarget, type Target } from '../move/target';
import { readOpenJobs } from '../postgres/jobs';
import { migratePostgres } from '../postgres/migrate';
import { countConnections } from '../postgres/who-is-there';
import { type DatabaseFacts, expectRows } from './facts';
import { BackupRefused } from './refused';
import { isOfNoAccount } from './tables';

/** Bytes of a part, which ends with a whole row. */
const partBytes = 4 * 1024 * 1024;

export interface PostgresFacts extends DatabaseFacts {
  /** The last number that each serial column gave out. */
  serials: Record<string, number>;
}

export interface PostgresSnapshot {
  facts: PostgresFacts;
  fileKeys: string[];
  jobs: NewJob[];
  /** All rows, table by table. */
  parts(): AsyncGenerator<{ table: string; bytes: Buffer }>;
  close(): Promise<void>;
}

/** Opens a view of a database that stays as it is at this moment. @throws BackupRefused where it cannot be reached */
export async function openSnapshot(url: string): Promise<PostgresSnapshot> {
  const client = await connect(url);
  await client.query('begin isolation level repeatable read read only');
  const tables = movedTables();
  const list = async (text: string) =>
    (await client.query<[string]>({ text, rowMode: 'array' })).rows.map(([value]) => value);
  return {
    facts: {
      migrations: await readMigrations(client),
      tables: await countRows(client, tables),
      serials: await readSerials(client, tables),
    },
    fileKeys: await list("select file_key from imports where file_key <> ''"),
    jobs: await readOpenJobs(client),
    async *parts() {
      for (const table of tables) {
        const rows = client.query(to(`copy ${columnsOf(table)} to stdout`));
        for await (const bytes of inParts(rows)) yield { table: table.name, bytes };
      }
    },
    close: () => client.end(),
  };
}

/** In the text that `COPY` writes, a line break only ever ends a row. */
async function* inParts(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const bytes of rows) {
    held.push(bytes);
    size += bytes.length;
    const end = size < partBytes ? -1 : bytes.lastIndexOf(10);
    if (end < 0) continue;
    const rest = bytes.subarray(end + 1);
    held.push(held.pop()!.subarray(0, end + 1));
    yield Buffer.concat(held);
    held = [rest];
    size = rest.length;
  }
  if (size > 0) yield Buffer.concat(held);
}

export interface PostgresRestore {
  /** Stores a part of a table. */
  load(table: string, bytes: Readable): Promise<void>;
  /** Compares what is there with what the backup says, and makes it the database. */
  finish(facts: PostgresFacts, jobs: NewJob[]): Promise<void>;
  /** Without `finish` the database is as it was. */
  close(): Promise<void>;
}

/**
 * Begins to put the rows of a backup in the place of all there are, in one transaction.
 * @param folder the folder with the migrations
 * @throws BackupRefused where somebody uses the database, or has something in it and `replace` is not set
 */
export async function openRestore(url: string, folder: string, replace: boolean): Promise<PostgresRestore> {
  const client = await connect(url);
  try {
    await expectUnused(url);
    if (!replace) await expectEmpty(client);
    await migratePostgres(url, folder);
  } finally {
    await client.end();
  }
  const tables = movedTables();
  const target = await openTarget(url);
  try {
    await target.begin();
    await target.lock(tables);
    for (const table of tables) await target.clear(table);
    await target.clearJobs();
  } catch (error) {
    await target.close();
    throw error;
  }
  const named = new Map(tables.map((table) => [table.name, table]));
  return {
    async load(name, bytes) {
      const table = named.get(name);
      if (!table) throw new BackupRefused(`The backup has a table ${name}, which is not known.`);
      await target.load(table, bytes);
    },
    finish: (facts, jobs) => finish(target, tables, facts, jobs),
    close: () => target.close(),
  };
}

async function finish(target: Target, tables: MovedTable[], facts: PostgresFacts, jobs: NewJob[]): Promise<void> {
  const found: Record<string, number> = {};
  for (const table of tables) {
    found[table.name] = await target.count(table);
    if (table.serial) await target.setSerial(table, facts.serials[table.name] ?? 0);
    await target.analyze(table);
  }
  expectRows(facts.tables, found);
  await target.putJobs(jobs);
  await target.commit();
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect().catch((error) => {
    throw new BackupRefused(`The database of DATABASE_URL cannot be reached: ${error.message || error.code}`);
  });
  return client;
}

/** A worker is connected all the time. */
async function expectUnused(url: string): Promise<void> {
  if ((await countConnections(url)) === 0) return;
  throw new BackupRefused('Import Desk runs on this database. Stop all its web servers and workers first.');
}

async function expectEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = current_schema() order by tablename',
  );
  for (const { name } of rows.filter((table) => !isOfNoAccount(table.name))) {
    const { rowCount } = await client.query(`select 1 from ${client.escapeIdentifier(name)} limit 1`);
    if (rowCount) {
      throw new BackupRefused(
        `The database is not empty: table ${name} has rows. Give --replace to lose what is there.`,
      );
    }
  }
}

const readMigrations = async (client: pg.Client): Promise<string[]> =>
  (await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by created_at')).rows.map(
    ({ hash }) => hash,
  );

async function countRows(client: pg.Client, tables: MovedTable[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from "${name}"`);
    counts[name] = Number(rows[0]!.count);
  }
  return counts;
}

/** Sequences know no snapshots: they may have gone on meanwhile, which only leaves a gap. */
async function readSerials(client: pg.Client, tables: MovedTable[]): Promise<Record<string, number>> {
  const last: Record<string, number> = {};
  for (const { name, serial } of tables.filter((table) => table.serial)) {
    const { rows } = await client.query<{ last: string | null }>(
      'select pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass) as last',
      [name, serial],
    );
    last[name] = Number(rows[0]!.last ?? 0);
  }
  return last;
}
