import { SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { type Engine, type Put, UniqueTaken } from '../engine';
import { sqliteTables } from '../tables';
import type { Write } from '../write';
import { sqliteDialect } from './dialect';
import { putInLine, sqliteJobs } from './jobs';
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
  const writer = startThread(script, file, false);
  const reader = startThread(script, file, true);
  const scanner = startThread(script, file, true);
  const rows = (query: SQL) => read(reader, query);
  const write = (list: Write[], jobs: Put[] = []) => writeAll(writer, [...list, ...jobs.map(putInLine)]);
  return {
    db: remote(reader),
    tables: sqliteTables,
    dialect: sqliteDialect,
    jobs: sqliteJobs({ rows, writeAll: write }, leaseMs),
    // One worker, one writer: nobody would take a second shard.
    shardRows: Number.POSITIVE_INFINITY,
    jobsAtOnce: 1,
    rows,
    scan: (query) => read(scanner, query),
    writeAll: write,
    analyse: async () => undefined,
    dataVersion: async () => (await writer.ask({ kind: 'version' })) as number,
    close: async () => {
      await Promise.all([writer.close(), reader.close(), scanner.close()]);
    },
  };
}

const read = async (thread: Thread, query: SQL): Promise<unknown[][]> => {
  const { sql, params } = dialect.sqlToQuery(query);
  return (await thread.ask({ kind: 'query', sql, params, method: 'values' })) as unknown[][];
};

const remote = (thread: Thread): SqliteRemoteDatabase =>
  drizzle(async (sql, params, method) => ({
    rows: (await thread.ask({ kind: 'query', sql, params, method })) as unknown[],
  }));

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

const plain = ({ statement, expect, rows }: Write): PlainWrite => {
  const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL();
  return { sql, params, expect, rows };
};
