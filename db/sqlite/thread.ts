/**
 * SQLite in a thread of its own: better-sqlite3 is synchronous, and the event loop of the web server must never wait
 * for it. Bundled apart to dist/sqlite-thread.mjs and started by `threads.ts`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Database, { type Statement } from 'better-sqlite3';
import { unpack } from '../write';
import { begin, open } from './open';
import type { Answer, PlainWrite, Request, WriteAnswer, Written } from './protocol';

const { file, readonly } = workerData as { file: string; readonly: boolean };
const database = open(file, readonly);
const prepared = new Map<string, Statement>();

parentPort!.on('message', (request: Request) => {
  parentPort!.postMessage(answer(request));
});

function answer(request: Request): Answer {
  try {
    return { id: request.id, result: perform(request) };
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : undefined;
    return { id: request.id, error: { message: String((error as Error).message ?? error), code } };
  }
}

function perform(request: Request): unknown {
  switch (request.kind) {
    case 'query':
      return query(request.sql, request.params, request.method);
    case 'write':
      return write(request.list);
    case 'version':
      return database.pragma('data_version', { simple: true });
    case 'write anew':
      return writeAnew();
    case 'empty log':
      return (database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]!.busy === 0;
    case 'close':
      database.close();
      parentPort!.close();
      return null;
  }
}

/** Not in memory, where temporary things are otherwise. */
function writeAnew(): boolean {
  database.pragma('temp_store = FILE');
  try {
    database.exec('vacuum');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  } finally {
    database.pragma('temp_store = MEMORY');
  }
}

function query(sql: string, params: unknown[], method: 'run' | 'all' | 'values' | 'get'): unknown {
  const statement = prepare(sql);
  if (!statement.reader) {
    statement.run(params);
    return [];
  }
  const rows = statement.raw(true);
  return method === 'get' ? rows.get(params) : rows.all(params);
}

/** All statements in one transaction, or none of them; the answer has what each changed or returned. */
function write(list: PlainWrite[]): WriteAnswer {
  begin(database);
  try {
    const results: Written[] = [];
    for (const [at, { sql, params, expect, rows: given, packed }] of list.entries()) {
      const rows = packed ? (unpack(packed) as unknown[][]) : given;
      const result = rows ? runEach(prepare(sql), rows) : run(prepare(sql), params);
      if (expect !== undefined && result.changes !== expect) {
        database.exec('rollback');
        return { guard: at };
      }
      results.push(result);
    }
    database.exec('commit');
    return { results };
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}

function run(statement: Statement, params: unknown[]): Written {
  if (!statement.reader) return { changes: statement.run(params).changes, rows: [] };
  const rows = statement.raw(true).all(params) as unknown[][];
  return { changes: rows.length, rows };
}

function runEach(statement: Statement, rows: unknown[][]): Written {
  let changes = 0;
  for (const row of rows) changes += statement.run(row).changes;
  return { changes, rows: [] };
}

/** Statements are few and used again and again; the oldest goes when there are more than 300. */
function prepare(sql: string): Statement {
  let statement = prepared.get(sql);
  if (!statement) {
    statement = database.prepare(sql);
    if (prepared.size >= 300) prepared.delete(prepared.keys().next().value!);
    prepared.set(sql, statement);
  }
  return statement;
}
