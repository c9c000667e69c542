import { expect, it } from 'vitest';
import { withClient, withPostgres } from '../../lib/testing/postgres';
import { importOf, newImport } from '../../lib/testing/sheet';

const postgres = withPostgres();
const store = () => postgres.store();
const ask = (query: string): Promise<Record<string, unknown>[]> =>
  withClient(postgres.url(), async (client) => (await client.query(query)).rows);

it('a new import goes before the later shards of a large one', async () => {
  const large = await store().createImport(newImport());
  await store().finishJob((await store().claimJob('w'))!, 'w');
  const { generation } = await importOf(store(), large);
  const ranges = [1, 101, 201].map((fromRow) => ({ fromRow, toRow: fromRow + 99 }));
  const jobs = ranges.map(({ fromRow }) => ({ kind: 'check' as const, importId: large, fromRow }));
  await store().openShards({ importId: large, generation, phase: 'check' }, ranges, { jobs });
  const small = await store().createImport(newImport());
  const order = [];
  for (let job = await store().claimJob('w'); job; job = await store().claimJob('w')) {
    order.push([job.importId, job.fromRow]);
    await store().finishJob(job, 'w');
  }
  expect(order).toEqual([
    [large, 1],
    [small, 1],
    [large, 101],
    [large, 201],
  ]);
});

it('the state of each job is there to look at: waiting, active with its lease, tried again with the reason, done, dead', async () => {
  const jobs = () => ask('select name, state, output, heartbeat_seconds from pgboss.job order by created_on');
  const before = (await jobs()).length;
  const last = async () => (await jobs()).slice(before).at(-1);
  await store().createImport(newImport());
  expect(await last()).toMatchObject({ name: 'import-desk', state: 'created' });
  const job = (await store().claimJob('w'))!;
  expect(await last()).toMatchObject({ state: 'active', heartbeat_seconds: 10 });
  await store().failJob(job, 'w', 'the disk is full');
  expect(await last()).toMatchObject({ state: 'retry', output: { error: 'the disk is full' } });
  // As after the last attempt.
  await ask("update pgboss.job set retry_limit = retry_count + 1, start_after = now() where state = 'retry'");
  await store().failJob((await store().claimJob('w'))!, 'w', 'still full');
  expect((await jobs()).slice(before)).toMatchObject([
    { name: 'import-desk', state: 'failed', output: { error: 'still full' } },
    { name: 'import-desk-dead', state: 'created' },
  ]);
  const done = await store().createImport(newImport());
  await store().finishJob((await store().claimJob('w'))!, 'w');
  expect(await last()).toMatchObject({ state: 'completed' });
  expect(done).toBeGreaterThan(0);
});
