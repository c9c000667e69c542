import { dirname } from 'node:path';
import { SQL, sql } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { type Engine, type NewImportWrite, type Put, UniqueTaken } from '../engine';
import { signInTables } from '../sign-in-tables';
import { sqliteTables } from '../tables';
import { pack, type Write } from '../write';
import { writingTogether } from '../write-together';
import { sqliteDialect } from './dialect';
import { putInLine, sqliteJobs, withoutJob } from './jobs';
import type { PlainWrite, WriteAnswer, Written } from './protocol';
import { DatabaseError, startThread, type Thread } from './threads';

const dialect = new SQLiteAsyncDialect();

/**
 * SQLite behind three threads: one writes, one answers short reads, one long ones.
 * @param file path of the database, migrated
 * @param script path of the bundled thread (dist/sqlite-thread.mjs)
 * @param leaseMs how long a job is its worker's without being renewed
 */
export function openSqlite(file: string, script: string, leaseMs: number): Engine {
  // Where SQLite puts a database that it writes anew: on the disk that has room for it. Read once, by the first thread.
  process.env.SQLITE_TMPDIR ??= dirname(file);
  const writer = startThread(script, file, false);
  const reader = startThread(script, file, true);
  const scanner = startThread(script, file, true);
  const rows = (query: SQL) => read(reader, query);
  const write = (list: Write[], jobs: Put[] = []) => writeAll(writer, [...list, ...jobs.map(putInLine)]);
  const db = remote(reader);
  const makeEach = async (group: NewImportWrite[]) => {
    const lists = group.map((made) => makingWrites(db, made));
    const written = (await writeAll(writer, lists.flat()))!;
    const firsts = lists.map((_, at) => lists.slice(0, at).reduce((sum, list) => sum + list.length, 0));
    return firsts.map((first) => written[first]!.rows[0]![0] as number);
  };
  return {
    db,
    tables: sqliteTables,
    dialect: sqliteDialect,
    signIn: signInTables(signInDatabase(reader, writer), 'sqlite', sqliteTables),
    jobs: sqliteJobs({ rows, writeAll: write }, leaseMs),
    // One worker, one writer: nobody would take a second shard.
    shardRows: Number.POSITIVE_INFINITY,
    soleWorker: true,
    withoutJob,
    jobsAtOnce: 1,
    // A second or two, for which all others who write wait.
    atomicRows: 50_000,
    rows,
    scan: (query) => read(scanner, query),
    writeAll: write,
    packed: (write) => (write.rows ? { ...write, rows: undefined, packed: pack(write.rows) } : write),
    makeTogether: writingTogether(makeEach),
    analyse: async () => undefined,
    scrub: () => scrub(writer),
    dataVersion: async () => (await writer.ask({ kind: 'version' })) as number,
    close: async () => {
      await Promise.all([writer.close(), reader.close(), scanner.close()]);
    },
  };
}

/** The first statement gives the number of the import. */
function makingWrites(db: SqliteRemoteDatabase, { values, about, job }: NewImportWrite): Write[] {
  const { imports } = sqliteTables;
  const made = sqliteDialect.made('imports');
  return [
    { statement: db.insert(imports).values(values).returning({ id: imports.id }) },
    ...about.map(({ table, importId, columns, rows }) => {
      const value = importId.getSQLType() === 'text' ? sql`cast(${made} as text)` : made;
      return sqliteDialect.insertRows(table, columns, rows, undefined, { column: importId, value });
    }),
    putInLine({ kind: job, importId: null }),
  ];
}

/** How long others are waited for, in ms. */
const scrubPatience = 60_000;

/**
 * Deleted content is zeros where it stood, but pages that SQLite arranged anew still have copies of it between their cells,
 * in spite of `secure_delete`; and the log has the pages as they were. So the database is written anew, and the log emptied.
 */
async function scrub(writer: Thread): Promise<void> {
  const until = Date.now() + scrubPatience;
  for (const kind of ['write anew', 'empty log'] as const) {
    while (!(await writer.ask({ kind }))) {
      if (Date.now() > until)
        throw new Error('Deleted content could not be overwritten: the database is always in use.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

const read = async (thread: Thread, query: SQL): Promise<unknown[][]> => {
  const { sql, params } = dialect.sqlToQuery(query);
  return (await thread.ask({ kind: 'query', sql, params, method: 'values' })) as unknown[][];
};

const remote = (thread: Thread): SqliteRemoteDatabase =>
  drizzle(async (sql, params, method) => ({
    rows: (await thread.ask({ kind: 'query', sql, params, method })) as unknown[],
  }));

/** For better-auth, which builds its own statements: what reads goes to the reader, what writes tells how many rows it changed. */
const signInDatabase = (reader: Thread, writer: Thread): SqliteRemoteDatabase =>
  drizzle(async (sql, params, method) => {
    if (/^select/i.test(sql)) return { rows: (await reader.ask({ kind: 'query', sql, params, method })) as unknown[] };
    const answer = (await writer.ask({ kind: 'write', list: [{ sql, params }] })) as { results: Written[] };
    const { rows, changes } = answer.results[0]!;
    return { rows: method === 'get' ? rows[0]! : rows, changes };
  });

async function writeAll(writer: Thread, list: Write[]): Promise<Written[] | null> {
  try {
    const answer = (await writer.ask({ kind: 'write', list: list.map(plain) })) as WriteAnswer;
    return 'results' in answer ? answer.results : null;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw new UniqueTaken(error.message);
    }
    throw error;
  }
}

const plain = ({ statement, expect, rows, packed }: Write): PlainWrite => {
  const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();
  return { sql, params, expect, rows, packed };
};
