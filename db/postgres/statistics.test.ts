import pg from 'pg';
import { expect, it } from 'vitest';
import { runCommit } from '../../lib/commit/run-commit';
import type { Store } from '../../lib/store';
import { dropDatabase, makeDatabase } from '../../lib/testing/postgres';
import { commit, importOf, review } from '../../lib/testing/sheet';
import { testVault } from '../../lib/testing/test-store';
import { storeOn } from '../open-store';
import { openPostgres } from './engine';

const fields = ['email', 'firstName'];
const sheet = (rows: number) => ({
  fields,
  rows: Array.from({ length: rows }, (_, at) => [`s${rows}-${at}@example.com`, 'Ann']),
});

/** As workers do it: shard by shard. */
async function commitAll(store: Store, id: number): Promise<void> {
  const { generation, revision } = await importOf(store, id);
  await store.startCommit(id, revision);
  const operation = (await store.readOperation(id))!;
  for (const { phase, fromRow } of await store.readShards(id)) {
    if (phase === 'commit') await runCommit(store, operation, { importId: id, generation, fromRow }, { lease: 'test' });
  }
}

it('after each phase of a large import, and of no small one, PostgreSQL has counted what it filled', async () => {
  const url = await makeDatabase();
  const store = storeOn(openPostgres(url), testVault);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const counted = async () => {
    const { rows } = await client.query(
      "select relname from pg_stat_user_tables where last_analyze is not null and schemaname = 'public' order by 1",
    );
    return rows.map((row) => row.relname);
  };
  try {
    await commit(store, sheet(20));
    expect(await counted()).toEqual([]);
    const id = await review(store, sheet(5000));
    await expect.poll(counted, { timeout: 10_000 }).toEqual(['import_keys', 'import_plans']);
    await commitAll(store, id);
    const committed = ['customer_addresses', 'customer_attributes', 'customers', 'import_keys', 'import_plans'];
    await expect.poll(counted, { timeout: 10_000 }).toEqual(committed);
    await store.dropLostEdits(id, fields.length, []);
    await expect.poll(counted, { timeout: 10_000 }).toEqual([...committed, 'import_rows']);
  } finally {
    await client.end();
    await store.close();
    await dropDatabase(url);
  }
});

it('a large import is checked and committed although PostgreSQL could not count what it filled', async () => {
  const url = await makeDatabase();
  const store = storeOn(openPostgres(url), testVault);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Of this one it knows the keys; of the next one it will not.
    await commitAll(store, await review(store, sheet(20_000)));
    await client.query('analyze');
    // As its own vacuum holds them, which may come at any moment.
    await client.query('begin');
    await client.query(
      'lock table import_rows, import_keys, import_plans, import_outcomes, customers, customer_addresses in share update exclusive mode',
    );
    const { rows } = sheet(10_000);
    const id = await review(store, { fields, rows: rows.map((row, at) => (at % 5 === 4 ? rows[at - 1]! : row)) });
    expect((await store.readTotals(id)).states).toMatchObject({ error: 2000, warning: 2000 });
    await commitAll(store, id);
    expect((await store.readTotals(id)).outcomes).toMatchObject({ failed: 2000, created: 8000 });
  } finally {
    await client.query('rollback');
    await client.end();
    await store.close();
    await dropDatabase(url);
  }
}, 60_000);
