import { afterAll } from 'vitest';
import { dropDataDir, makeDataDir, openOn } from '../../lib/testing/test-store';
import { storeContract } from '../store-contract';

const folders = new Map<string, string>();
afterAll(() => folders.forEach(dropDataDir));

storeContract(async (database) => {
  if (!folders.has(database)) folders.set(database, makeDataDir());
  return openOn(folders.get(database)!);
});
