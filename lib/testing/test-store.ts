import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { databaseFile, openStore } from '../../db/open-store';
import type { Store } from '../store';
import { openVault } from '../vault';

/** A new data folder with an empty database. */
export function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'import-desk-test-'));
  copyFileSync(databaseFile(inject('dist')), databaseFile(dataDir));
  // Processes that are started on it have the key of the tests.
  writeFileSync(join(dataDir, 'secret.key'), `${testSecret.toString('hex')}\n`, { mode: 0o600 });
  return dataDir;
}

/** The secret key of all tests, and its vault. */
export const testSecret: Buffer = Buffer.alloc(32, 'test');
export const testVault = openVault(testSecret);

export const openOn = (dataDir: string): Store => openStore(dataDir, inject('dist'), testVault);

export const dropDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });

/** A store on an own database for the tests of a file or a `describe`, closed and removed behind them. */
export const withStore = (): (() => Store) => withDesk().store;

/** The same with its data folder, and a second store on it as another process has. */
export function withDesk(): { dataDir: () => string; store: () => Store; other: () => Store } {
  let dataDir: string;
  const stores: Store[] = [];
  beforeAll(() => {
    dataDir = makeDataDir();
    // Their threads start when they are first asked.
    stores.push(openOn(dataDir), openOn(dataDir));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    dropDataDir(dataDir);
  });
  return { dataDir: () => dataDir, store: () => stores[0]!, other: () => stores[1]! };
}
