import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { testVault } from '../../lib/testing/test-store';
import { startPostgres } from '../../scripts/setup/postgres.mjs';
import { inRoot } from '../../scripts/setup/root.mjs';
import { isAway } from '../away';
import { storeOn } from '../open-store';
import { openPostgres } from './engine';
import { migratePostgres } from './migrate';

it('a database that is away is told from a fault of ours, and the store works again when it is back', async () => {
  const server = await startPostgres({ settings: { fsync: 'off' } });
  const url = `${server.url}/postgres`;
  await migratePostgres(url, inRoot('db', 'postgres', 'migrations'));
  const [store, engine] = [storeOn(openPostgres(url), testVault), openPostgres(url)];
  const failing = async (work: () => Promise<unknown>) => work().then(() => 'worked', isAway);
  expect(await failing(() => store.countImports())).toBe('worked');
  expect(await failing(() => engine.rows(sql`select nonsense`))).toBe(false);
  await server.restart();
  // The connections of before are broken.
  await failing(() => store.countImports());
  expect(await failing(() => store.countImports())).toBe('worked');
  await server.stop();
  await failing(() => store.countImports());
  for (const work of [() => store.countImports(), () => store.beat('w'), () => store.claimJob('w')]) {
    expect(await failing(work)).toBe(true);
  }
  await Promise.all([store.close(), engine.close()]);
}, 30_000);
