import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../lib/store';
import { foundInFiles } from '../../lib/testing/search-bytes';
import { stage } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn } from '../../lib/testing/test-store';

const dataDir = makeDataDir();
let store: Store;
beforeAll(() => {
  store = openOn(dataDir);
});
afterAll(async () => {
  await store.close();
  dropDataDir(dataDir);
});

/** Rows of all lengths, each with its own word. */
const sheet = (word: string) => ({
  fields: ['email', 'name'],
  rows: Array.from({ length: 300 }, (_, at) => [`${word}-${at}`, 'y'.repeat((at * 7919) % 2300)]),
});

it('what was deleted is in no byte of the database or its log any more', async () => {
  const words = Array.from({ length: 12 }, (_, at) => `deleted${at}`);
  for (const word of words) {
    await stage(store, sheet('other'));
    const id = await stage(store, sheet(word));
    await stage(store, sheet('other'));
    while (!(await store.cleanStaging(id, 'all')));
  }
  // The log still has all of it, and else this would prove nothing.
  expect(foundInFiles(dataDir, words).length).toBeGreaterThan(0);
  await store.scrub();
  expect(foundInFiles(dataDir, words)).toEqual([]);
  expect(foundInFiles(dataDir, ['other'])).toEqual(['other in import-desk.db']);
});

it('is done while others read and write', async () => {
  const other = openOn(dataDir);
  const work = Array.from({ length: 20 }, async (_, at) => {
    await stage(other, sheet(`beside${at}`));
    return other.countImports();
  });
  await Promise.all([store.scrub(), ...work]);
  expect((await other.countImports()).all).toBe(36 + 20);
  await other.close();
});
