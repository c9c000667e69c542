import { migratePostgres } from '../postgres/migrate';
import { migrateSqlite } from '../sqlite/migrate';
import { compareTable } from './compare-table';
import { handOverJobs } from './hand-over-jobs';
import { type MovedTable, movedTables } from './moved-table';
import { MoveRefused } from './refused';
import { openSource, type Source } from './source';
import { openTarget, type Target } from './target';

export interface Move {
  /** The SQLite database; nobody else may use it meanwhile. It keeps its rows and gets the schema of this version. */
  file: string;
  /** The URL of an empty PostgreSQL database. */
  url: string;
  /** The folders with the migrations of each engine. */
  migrations: { sqlite: string; postgres: string };
  /** Told of each table when it was copied; they are compared when all of them are. */
  onCopied?: (table: string, rows: number) => void;
}

/** `checksum`: SHA-256 in hex over all rows in the order of the key, the same on both sides; `ms`: copying and comparing. */
export interface ComparedTable {
  table: string;
  rows: number;
  checksum: string;
  ms: number;
}

/**
 * Copies a database to PostgreSQL: all of it and compared, in one transaction of the target, or nothing.
 * @returns the tables, and the number of jobs that go on on the target
 * @throws MoveRefused with a sentence when the target cannot be used or the copy differs
 */
export async function moveToPostgres(move: Move): Promise<{ tables: ComparedTable[]; jobs: number }> {
  const target = await openTarget(move.url);
  try {
    // Before anything is changed, and again when nobody can write there any more.
    await target.expectEmpty();
    migrateSqlite(move.file, move.migrations.sqlite);
    await migratePostgres(move.url, move.migrations.postgres);
    const source = openSource(move.file);
    try {
      return await copyAll(source, target, move);
    } finally {
      source.close();
    }
  } finally {
    await target.close().catch(() => undefined);
  }
}

async function copyAll(source: Source, target: Target, { onCopied }: Move) {
  const tables = movedTables();
  await target.begin();
  await target.lock(tables);
  await target.expectEmpty();
  const times = new Map<MovedTable, number>();
  for (const table of tables) {
    const begun = performance.now();
    await copyTable(source, target, table);
    times.set(table, performance.now() - begun);
    onCopied?.(table.name, source.count(table));
  }
  const jobs = await handOverJobs(source, target);
  const compared: ComparedTable[] = [];
  for (const table of tables) {
    const begun = performance.now();
    const same = await compareTable(source, target, table);
    const ms = times.get(table)! + performance.now() - begun;
    compared.push({ table: table.name, ...same, ms });
  }
  await target.commit();
  return { tables: compared, jobs };
}

async function copyTable(source: Source, target: Target, table: MovedTable): Promise<void> {
  // Migrations put the first numbers there; those of the source take their place.
  await target.clear(table);
  try {
    for (const page of source.pages(table)) await target.insert(table, page);
  } catch (error) {
    if (error instanceof MoveRefused) throw error;
    throw new MoveRefused(`The rows of table ${table.name} could not be stored: ${(error as Error).message}`);
  }
  if (table.serial) await target.setSerial(table, source.lastGiven(table));
  await target.analyze(table);
}
