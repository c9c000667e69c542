import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { firstOwnId } from '../../lib/customer/fields';
import { open } from './open';

/**
 * Brings a database file to the schema of this version, making it where there is none. Safe to call by several
 * processes one after the other; `npm start` calls it once before web and worker.
 * @param folder the folder with the migrations
 */
export function migrateSqlite(file: string, folder: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = open(file);
  try {
    migrate(drizzle(database), { migrationsFolder: folder });
    database
      .prepare("insert into sequences (name, next) values ('customer_id', ?) on conflict do nothing")
      .run(firstOwnId);
  } finally {
    database.close();
  }
}
