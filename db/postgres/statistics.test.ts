import pg from 'pg';
import { expect, it } from 'vitest';
import { runCommit } from '../../lib/commit/run-commit';
import { dropDatabase, makeDatabase } from '../../lib/testing/postgres';
import { commit, importOf, review } from '../../lib/testing/sheet';
import { storeOn } from '../open-store';
import { openPostgres } from './engine';

const fields = ['email', 'firstName'];
const sheet = (rows: number) => ({
  fields,
  rows: Array.from({ length: rows }, (_, at) => [`s${rows}-${at}@example.com`, 'Ann']),
});

it('after each phase of a large import, and of no small one, PostgreSQL has counted what it filled', async () => {
  const url = await makeDatabase();
  const store = storeOn(openPostgres(url));
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
    const { generation, revision } = await importOf(store, id);
    await store.startCommit(id, revision);
    const operation = (await store.readOperation(id))!;
    await runCommit(store, operation, { importId: id, generation, fromRow: 1 }, { lease: 'test' });
    const committed = ['customer_addresses', 'customers', 'import_keys', 'import_plans'];
    await expect.poll(counted, { timeout: 10_000 }).toEqual(committed);
    await store.dropLostEdits(id, fields.length);
    await expect.poll(counted, { timeout: 10_000 }).toEqual([...committed, 'import_rows']);
  } finally {
    await client.end();
    await store.close();
    await dropDatabase(url);
  }
});
