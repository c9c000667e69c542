import Database from 'better-sqlite3';
import { afterAll, beforeAll, it } from 'vitest';
import { dropDataDir, makeDataDir } from '../../lib/testing/test-store';
import { inRoot } from '../../scripts/setup/root.mjs';
import { databaseFile } from '../open-store';
import { migrateSqlite } from './migrate';

let dataDir: string;
beforeAll(() => {
  dataDir = makeDataDir();
});
afterAll(() => dropDataDir(dataDir));

it('a database that is up to date is left alone, so that nobody waits for who is writing', () => {
  const writer = new Database(databaseFile(dataDir));
  writer.exec('begin immediate');
  try {
    migrateSqlite(databaseFile(dataDir), inRoot('db/sqlite/migrations'));
  } finally {
    writer.exec('rollback');
    writer.close();
  }
});
