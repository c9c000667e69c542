/** A desk that works while it is backed up. */
import { expect } from 'vitest';
import { uploadsFolder } from '../../files/open-files';
import { newFile } from '../files';
import type { Store } from '../store';
import { type AdminOn, admin } from './admin';
import { messyFile, putKnown } from './messy-import';
import { filesIn, importOf, newImport } from './sheet';
import { testVault } from './test-store';
import { killWorker, startWorker } from './worker-process';

const rows = 6000;

/** Puts an import in line, with its file, and customers that it meets. */
export async function prepareDesk(store: Store, dataDir: string): Promise<number> {
  const bytes = Buffer.from(messyFile(rows));
  const file = newFile(testVault);
  await filesIn(uploadsFolder(dataDir)).receive(file, { bytes: inPieces(bytes), announced: null, most: bytes.length });
  await putKnown(store, rows);
  const choices = { matchKey: 'email' as const, sourceSystem: 'erp' };
  return store.createImport(newImport({ ...file, fileSize: bytes.length, pauseAtMapping: false, choices }));
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Lets a worker go on until the import is in a state. */
export async function workUntil(store: Store, on: AdminOn, id: number, state: string): Promise<void> {
  const worker = startWorker(on.dataDir, { DATABASE_URL: on.url ?? '' });
  await expect.poll(async () => (await importOf(store, id)).state, { timeout: 30_000, interval: 5 }).toBe(state);
  await killWorker(worker);
}

/**
 * Makes a backup while a worker works and others write without a pause.
 * @returns what was acknowledged before it began, as names of settings
 */
export async function backUpUnderLoad(store: Store, on: AdminOn, path: string): Promise<string[]> {
  const worker = startWorker(on.dataDir, { DATABASE_URL: on.url ?? '' });
  const acknowledged: string[] = [];
  let isOver = false;
  const writing = (async () => {
    for (let at = 0; !isOver; at++) {
      await store.writeSetting(`written ${at}`, at);
      acknowledged.push(`written ${at}`);
    }
  })();
  while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 1));
  const before = [...acknowledged];
  const { code, said } = await admin(on, 'backup', path);
  isOver = true;
  await writing;
  await killWorker(worker);
  expect(said).toContain(path);
  expect(code).toBe(0);
  // Else nobody wrote while it was made.
  expect(acknowledged.length).toBeGreaterThan(before.length + 20);
  return before;
}
