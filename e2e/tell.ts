/** Notifications in a desk on SQLite, as the end of a scheduled import leaves them. */
import Database from 'better-sqlite3';
import type { Desk } from './serve';

/** Works on the desk's database beside the desk. */
export const onDatabase = <Answer>(desk: Desk, work: (database: Database.Database) => Answer): Answer => {
  const database = new Database(`${desk.dataDir}/import-desk.db`, { timeout: 10_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
};

/** Tells that an import came to its end. */
export const tell = (desk: Desk, kind: 'import_done' | 'import_failed', importId: number): void =>
  onDatabase(desk, (database) => {
    const insert = database.prepare('insert into notifications (kind, import_id, created_at) values (?, ?, ?)');
    insert.run(kind, importId, Date.now());
  });
