import Database from 'better-sqlite3';

/** How long a write waits for another process's transaction before it gives up, in ms. */
const patience = 30_000;

/**
 * Opens a database file as every connection of ours must be: WAL, FULL (better-sqlite3's build otherwise means NORMAL
 * under WAL), checkpoints that are large, deleted content overwritten.
 */
export function open(file: string, readonly = false): Database.Database {
  const database = new Database(file, { timeout: readonly ? patience : 0 });
  requireVersion(database);
  database.pragma('page_size = 8192');
  retry(() => database.pragma('journal_mode = WAL'));
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${readonly ? -8_000 : -24_000}`);
  if (readonly) database.pragma('query_only = ON');
  return database;
}

/** SQLite before 3.51.3 can corrupt a WAL that several processes write: https://www.sqlite.org/wal.html */
function requireVersion(database: Database.Database): void {
  const version = database.prepare('select sqlite_version()').pluck().get() as string;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 3_051_003) throw new Error(`SQLite ${version} is too old, 3.51.3 is needed.`);
}

/**
 * Takes the write lock. Asked for every millisecond instead of with SQLite's growing pauses: the worker leaves gaps of
 * 2 ms between its chunks, and a longer pause would miss them again and again.
 */
export const begin = (database: Database.Database): void => retry(() => database.exec('begin immediate'));

/** Does something that others may keep waiting, as a migration: all of it anew, until nobody holds the lock. */
export function retry(attempt: () => unknown): void {
  const until = Date.now() + patience;
  for (;;) {
    try {
      attempt();
      return;
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
