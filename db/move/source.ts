/** The SQLite side of a move. */
import type Database from 'better-sqlite3';
import type { NewJob } from '../../lib/job-store';
import { begin, open } from '../sqlite/open';
import { type MovedRow, type MovedTable, plainRow } from './moved-table';

/** A part has at most so many rows, and ends behind the row with which it has so many characters. */
const mostRows = 1000;
const mostCharacters = 4 * 1024 * 1024;

export interface Source {
  /** All rows of a table in the order of its key, in parts that fit into memory. */
  pages(table: MovedTable): Generator<MovedRow[]>;
  count(table: MovedTable): number;
  /** The highest number that a serial column ever gave out; rows that had it may be gone. */
  lastGiven(table: MovedTable): number;
  /** Jobs that wait or were being done, oldest first. */
  openJobs(): NewJob[];
  close(): void;
}

/** Opens a migrated database and keeps everyone else from writing until it is closed. Changes nothing. */
export function openSource(file: string): Source {
  const database = open(file);
  begin(database);
  return {
    pages: (table) => pages(database, table),
    count: ({ name }) => database.prepare(`select count(*) from "${name}"`).pluck().get() as number,
    lastGiven: ({ name }) =>
      (database.prepare('select seq from sqlite_sequence where name = ?').pluck().get(name) ?? 0) as number,
    openJobs: () => openJobs(database),
    close: () => {
      database.exec('rollback');
      database.close();
    },
  };
}

const openJobs = (database: Database.Database): NewJob[] =>
  database
    .prepare<[], NewJob>(
      // One job does all erasures, and belongs to no import.
      `select kind, importId, fromRow from (select j.id, j.kind, j.import_id as importId, j.from_row as fromRow from jobs j
          join imports i on i.id = j.import_id and i.generation = j.generation
        union all select null, 'erase', 0, 1 where exists (select 1 from erasures where finished_at is null))
        order by id nulls last`,
    )
    .all();

function* pages(database: Database.Database, table: MovedTable): Generator<MovedRow[]> {
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
  const key = list(table.key.map(({ name }) => name));
  const marks = table.key.map(() => '?').join(', ');
  const page = (condition: string) =>
    database
      .prepare<unknown[], unknown[]>(
        `select ${list(table.columns)} from "${table.name}" ${condition} order by ${key} limit ${mostRows}`,
      )
      .raw(true)
      .safeIntegers(true);
  const [first, next] = [page(''), page(`where (${key}) > (${marks})`)];
  for (let after: unknown[] | undefined; ; ) {
    const rows = part(after ? next.iterate(after) : first.iterate());
    if (rows.length === 0) return;
    yield rows.map((row) => plainRow(table, row));
    after = table.key.map(({ at }) => rows.at(-1)![at]);
  }
}

/** As many rows as a part may have. */
function part(rows: Iterable<unknown[]>): unknown[][] {
  const taken: unknown[][] = [];
  let characters = 0;
  for (const row of rows) {
    taken.push(row);
    for (const value of row) characters += typeof value === 'string' ? value.length : 8;
    if (characters >= mostCharacters) break;
  }
  return taken;
}
