import { join } from 'node:path';
import type { NotedPorts, Store } from '../lib/store';
import type { Vault } from '../lib/vault';
import type { Engine } from './engine';
import { openPostgres } from './postgres/engine';
import { openSqlite } from './sqlite/engine';
import { answerStore } from './store/answers';
import { attributeStore } from './store/attributes';
import { auditStore, noting } from './store/audit';
import { commitStore } from './store/commit';
import { customerStore } from './store/customers';
import { duplicateStore } from './store/duplicates';
import { erasureStore } from './store/erasures';
import { importStore } from './store/imports';
import { keyStore } from './store/keys';
import { limitStore, settingStore } from './store/limits';
import { notificationStore } from './store/notifications';
import { parentStore } from './store/parents';
import { peopleStore } from './store/people';
import { requestStore } from './store/requests';
import { retentionStore } from './store/retention';
import { reviewStore } from './store/review';
import { shardStore } from './store/shards';
import { stagingStore } from './store/staging';
import { workerStore } from './store/workers';

/** The database file inside the data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'import-desk.db');

/**
 * Opens the store on a migrated database.
 * @param dataDir the data folder, which holds the SQLite database
 * @param dist the folder of the bundled thread
 * @param vault by which sensitive texts are sealed
 * @param url of a PostgreSQL database, which is then taken instead
 * @param leaseMs how long a job is its worker's without being renewed; PostgreSQL has a time of its own
 */
export const openStore = (dataDir: string, dist: string, vault: Vault, url?: string, leaseMs = 6000): Store =>
  storeOn(openEngine(dataDir, dist, url, leaseMs), vault);

/** The engine below it. */
export const openEngine = (dataDir: string, dist: string, url?: string, leaseMs = 6000): Engine =>
  url ? openPostgres(url) : openSqlite(databaseFile(dataDir), join(dist, 'sqlite-thread.mjs'), leaseMs);

/** The store on an engine. */
export function storeOn(engine: Engine, vault: Vault): Store {
  let seen: number | undefined;
  const store: Store = {
    ...notedPorts(engine),
    ...shardStore(engine),
    ...stagingStore(engine, vault),
    ...retentionStore(engine),
    ...duplicateStore(engine),
    ...parentStore(engine),
    ...customerStore(engine),
    ...engine.jobs,
    ...workerStore(engine),
    ...answerStore(engine),
    ...auditStore(engine),
    ...limitStore(engine),
    ...notificationStore(engine),
    signIn: engine.signIn,
    vault,
    scrub: () => engine.scrub(),
    noting: (entry) => ({ ...store, ...notedPorts(noting(engine, entry)) }),
    async othersWrote() {
      const version = await engine.dataVersion();
      const changed = seen !== undefined && seen !== version;
      seen = version;
      return changed;
    },
    jobsAtOnce: engine.jobsAtOnce,
    atomicRows: engine.atomicRows,
    soleWorker: engine.soleWorker,
    close: () => engine.close(),
  };
  return store;
}

/** Ports by which somebody has something done. */
const notedPorts = (engine: Engine): NotedPorts => ({
  ...importStore(engine),
  ...erasureStore(engine),
  ...reviewStore(engine),
  ...commitStore(engine),
  ...requestStore(engine),
  ...peopleStore(engine),
  ...keyStore(engine),
  ...settingStore(engine),
  ...attributeStore(engine),
});
