import { join } from 'node:path';
import type { Store } from '../lib/store';
import type { Engine } from './engine';
import { openPostgres } from './postgres/engine';
import { openSqlite } from './sqlite/engine';
import { commitStore } from './store/commit';
import { customerStore } from './store/customers';
import { duplicateStore } from './store/duplicates';
import { importStore } from './store/imports';
import { jobStore } from './store/jobs';
import { reviewStore } from './store/review';
import { stagingStore } from './store/staging';

/** The database file inside the data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'import-desk.db');

/**
 * Opens the store on a migrated database.
 * @param dataDir the data folder, which holds the SQLite database
 * @param dist the folder of the bundled thread
 * @param url of a PostgreSQL database, which is then taken instead
 */
export const openStore = (dataDir: string, dist: string, url?: string): Store =>
  storeOn(url ? openPostgres(url) : openSqlite(databaseFile(dataDir), join(dist, 'sqlite-thread.mjs')));

/** The store on an engine. */
export function storeOn(engine: Engine): Store {
  let seen: number | undefined;
  return {
    ...importStore(engine),
    ...stagingStore(engine),
    ...duplicateStore(engine),
    ...reviewStore(engine),
    ...commitStore(engine),
    ...customerStore(engine),
    ...jobStore(engine),
    async othersWrote() {
      const version = await engine.dataVersion();
      const changed = seen !== undefined && seen !== version;
      seen = version;
      return changed;
    },
    close: () => engine.close(),
  };
}
