import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Desk } from './serve';

/** Runs a statement on the database of a desk, past the app, as time would pass. */
export const changeDatabase = async ({ databaseUrl, dataDir }: Desk, statement: string): Promise<void> => {
  if (databaseUrl === undefined) {
    const database = new Database(join(dataDir, 'import-desk.db'), { timeout: 10_000 });
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};
