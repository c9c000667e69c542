import pg from 'pg';
import { afterAll, vi } from 'vitest';
import { dropDatabase, makeDatabase } from '../../lib/testing/postgres';
import { testVault } from '../../lib/testing/test-store';
import { storeOn } from '../open-store';
import { storeContract } from '../store-contract';
import { openPostgres } from './engine';

const databases = new Map<string, string>();
afterAll(async () => {
  for (const url of databases.values()) await dropDatabase(url);
});

storeContract(
  async (database) => {
    let url = databases.get(database);
    if (!url) {
      url = await makeDatabase();
      databases.set(database, url);
    }
    return storeOn(openPostgres(url), testVault);
  },
  // The clock is the server's: what it wrote down is moved back instead.
  async (database, ms) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
    const client = new pg.Client({ connectionString: databases.get(database) });
    await client.connect();
    const back = `interval '${ms} milliseconds'`;
    await client.query(
      `update pgboss.job set heartbeat_on = heartbeat_on - ${back}, start_after = start_after - ${back}`,
    );
    await client.query(`update pgboss.queue set monitor_claim_on = monitor_claim_on - ${back}`);
    await client.end();
  },
);
