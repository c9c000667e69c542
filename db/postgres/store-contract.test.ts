import { afterAll } from 'vitest';
import { dropDatabase, makeDatabase } from '../../lib/testing/postgres';
import { storeOn } from '../open-store';
import { storeContract } from '../store-contract';
import { openPostgres } from './engine';

const databases = new Map<string, string>();
afterAll(async () => {
  for (const url of databases.values()) await dropDatabase(url);
});

storeContract(async (database) => {
  let url = databases.get(database);
  if (!url) {
    url = await makeDatabase();
    databases.set(database, url);
  }
  return storeOn(openPostgres(url));
});
