import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { firstOwnId } from '../../lib/customer/fields';
import { open, retry } from './open';

/**
 * Brings a database file to the schema of this version, making it where there is none. Safe to call by several
 * processes one after the other; `npm start` calls it once before web and worker.
 * @param folder the folder with the migrations
 */
export function migrateSqlite(file: string, folder: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = open(file);
  try {
    retry(() => migrate(drizzle(database), { migrationsFolder: folder }));
    // Where all is there already nothing is written: a command of the shell need not wait for the import that is under way.
    const sequence = database.prepare("select 1 from sequences where name = 'customer_id'");
    if (sequence.get() === undefined) {
      const insert = database.prepare(
        "insert into sequences (name, next) values ('customer_id', ?) on conflict do nothing",
      );
      retry(() => insert.run(firstOwnId));
    }
  } finally {
    database.close();
  }
}
