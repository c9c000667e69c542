import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { storeOn } from '../../db/open-store';
import { openPostgres } from '../../db/postgres/engine';
import { migratePostgres } from '../../db/postgres/migrate';
import { inRoot } from '../../scripts/setup/root.mjs';
import type { Store } from '../store';
import { testVault } from './test-store';

const migratedName = 'migrated';

/** Makes the database that all migrated ones are copied from: a copy takes a quarter of the time of the migrations. */
export async function makeMigrated(server: string): Promise<void> {
  await withClient(`${server}/postgres`, (client) => client.query(`create database ${migratedName}`));
  await migratePostgres(`${server}/${migratedName}`, inRoot('db', 'postgres', 'migrations'));
}

/** Makes a database on the server of the tests, migrated unless told otherwise. @returns its URL */
export async function makeDatabase({ migrated = true } = {}): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}${migrated ? ` template ${migratedName}` : ''}`);
  return `${inject('postgres')}/${name}`;
}

/** Removes a database, whoever is connected to it. */
export const dropDatabase = (url: string): Promise<void> =>
  onServer(`drop database ${new URL(url).pathname.slice(1)} with (force)`);

const onServer = (statement: string): Promise<void> =>
  withClient(`${inject('postgres')}/postgres`, async (client) => void (await client.query(statement)));

/** A store on a database of its own for the tests of a file. */
export function withPostgres(): { url: () => string; store: () => Store } {
  let url: string;
  let store: Store;
  beforeAll(async () => {
    url = await makeDatabase();
    store = storeOn(openPostgres(url), testVault);
  });
  afterAll(async () => {
    await store.close();
    await dropDatabase(url);
  });
  return { url: () => url, store: () => store };
}

/** A connection for as long as it is used. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
