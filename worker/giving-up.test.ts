import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../db/open-store';
import { mostAttempts } from '../lib/attempts';
import type { Store } from '../lib/store';
import { onDatabase } from '../lib/testing/database';
import { dropDatabase, makeDatabase, withClient } from '../lib/testing/postgres';
import { importOf, newImport } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn, testVault } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';

const dataDir = makeDataDir();
afterAll(() => dropDataDir(dataDir));

/** What a worker makes of an import whose file is gone, when this many attempts were made before. */
async function outcome(store: Store, env: Record<string, string>, setAttempts: () => Promise<void>) {
  const id = await store.createImport(newImport({ fileKey: 'gone' }));
  await setAttempts();
  const worker = startWorker(dataDir, env);
  const until = Date.now() + 20_000;
  while ((await importOf(store, id)).state === 'reading' && Date.now() < until) await sleep(50);
  const { state, error } = await importOf(store, id);
  // Nothing is left to do for it: the worker has time for others.
  const next = await store.createImport(newImport({ fileKey: 'gone too' }));
  await killWorker(worker);
  return { state, error, next };
}

describe('a job that fails too often', () => {
  const missing = 'The uploaded file is not there any more. Upload it again. Nothing was written.';

  it.each([
    ['at its last attempt', mostAttempts.read - 1, missing],
    ['when it killed its worker each time', mostAttempts.read, 'Something went wrong while working on this file'],
  ])('on SQLite fails its import %s, and says why', async (_, attempts, why) => {
    const store = openOn(dataDir);
    const end = await outcome(store, {}, async () =>
      onDatabase(dataDir, (database) => void database.exec(`update jobs set attempts = ${attempts}`)),
    );
    await store.close();
    expect(end.state).toBe('failed');
    expect(end.error).toContain(why);
  });

  it.each([
    ['at its last attempt', mostAttempts.read - 1, missing],
    ['when it killed its worker each time', mostAttempts.read, 'Something went wrong while working on this file'],
  ])('on PostgreSQL fails its import %s, and says why', async (_, attempts, why) => {
    const url = await makeDatabase();
    const store = openStore(dataDir, '', testVault, url);
    const dies = attempts === mostAttempts.read;
    const end = await outcome(store, { DATABASE_URL: url }, () =>
      withClient(url, async (client) => {
        await client.query(
          `update pgboss.job set state = 'retry', started_on = now(), retry_count = ${mostAttempts.read - 2}`,
        );
        // Taken for the last time by one who is gone by now.
        if (dies) await store.claimJob('killed');
        if (dies) await client.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '1 minute'");
      }),
    );
    const { rows } = await withClient(url, (client) =>
      client.query("select state from pgboss.job where name = 'import-desk-dead'"),
    );
    await store.close();
    await dropDatabase(url);
    expect(end.state).toBe('failed');
    expect(end.error).toContain(why);
    expect(rows).toHaveLength(1);
  });
});
