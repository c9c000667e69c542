/** A backup of SQLite is a copy of the database file. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { migrateSqlite } from '../sqlite/migrate';
import { open } from '../sqlite/open';
import { type DatabaseFacts, expectMigrations, expectRows, migrationsOf } from './facts';
import { BackupRefused } from './refused';
import { isOfNoAccount } from './tables';

/**
 * Copies a database as it is at this moment, however much is written meanwhile: what another process writes begins behind
 * the snapshot that `VACUUM INTO` reads (https://www.sqlite.org/lang_vacuum.html).
 * @param into a file that is not there yet; only its owner may read it
 */
export function copySqlite(file: string, into: string): void {
  writeFileSync(into, '', { mode: 0o600, flag: 'wx' });
  const database = open(file);
  try {
    database.prepare('vacuum into ?').run(into);
  } finally {
    database.close();
  }
}

/** What is in a copy, and the files that its imports have. */
export function readCopy(copy: string): DatabaseFacts & { fileKeys: string[] } {
  return reading(copy, (database) => {
    const fileKeys = database.prepare("select file_key from imports where file_key <> ''").pluck().all() as string[];
    return { ...factsOf(database), fileKeys };
  });
}

/**
 * Makes sure that a copy is whole and is what the backup says, and brings it to the schema of this version.
 * @param folder the folder with the migrations
 * @throws BackupRefused
 */
export function prepareCopy(copy: string, said: DatabaseFacts, folder: string): void {
  reading(copy, (database) => {
    const found = database.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackupRefused(`The database in the backup is damaged: ${found}`);
    const { migrations, tables } = factsOf(database);
    expectMigrations(migrations, migrationsOf(folder), true);
    expectRows(said.tables, tables);
  });
  migrateSqlite(copy, folder);
}

/** Whether a database has anything in it that would be lost. One that cannot be read may have. */
export function isEmptySqlite(file: string): boolean {
  if (!existsSync(file)) return true;
  try {
    const { tables } = reading(file, factsOf);
    return Object.entries(tables).every(([name, rows]) => rows === 0 || isOfNoAccount(name));
  } catch {
    return false;
  }
}

/**
 * Puts a copy in the place of the database. The last step is one renaming, so that whoever is killed before it leaves the
 * old database, and behind it the new one.
 */
export function replaceSqlite(file: string, copy: string): void {
  // What SQLite would take for the log of the new database must be gone before that is there.
  if (existsSync(file)) endLog(file);
  rmSync(`${file}-shm`, { force: true });
  sync(copy);
  renameSync(copy, file);
  if (process.platform !== 'win32') sync(dirname(file));
}

/** The log goes into the database, and away, when its last user closes it. */
function endLog(file: string): void {
  const log = `${file}-wal`;
  try {
    open(file).close();
  } catch {
    // A database that cannot be opened is one of the reasons to restore.
    if (existsSync(log)) renameSync(log, `${log}.replaced`);
  }
  if (existsSync(log)) throw new BackupRefused(`Another program has ${file} open. End it first.`);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function reading<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file, { fileMustExist: true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function factsOf(database: Database.Database): DatabaseFacts {
  const list = (query: string) => database.prepare(query).pluck().all() as string[];
  const names = list("select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' order by name");
  const rows = (name: string) => database.prepare(`select count(*) from "${name}"`).pluck().get() as number;
  const migrations = names.includes('__drizzle_migrations')
    ? list('select hash from __drizzle_migrations order by created_at')
    : [];
  return { migrations, tables: Object.fromEntries(names.map((name) => [name, rows(name)])) };
}
