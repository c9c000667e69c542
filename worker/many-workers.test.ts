import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../db/open-store';
import { migratePostgres } from '../db/postgres/migrate';
import { uploadsFolder } from '../files/open-files';
import { submit } from '../lib/commit/submit';
import type { ImportState } from '../lib/steps';
import type { Store } from '../lib/store';
import { readPostgresEnd, readSqliteEnd } from '../lib/testing/end-state';
import { createMessy, meddle, messyFile, putKnown } from '../lib/testing/messy-import';
import { importOf, keepFile, testFile } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn, testVault } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';
import { startPostgres } from '../scripts/setup/postgres.mjs';
import { inRoot } from '../scripts/setup/root.mjs';

/** Three shards: one more than there are workers. */
const count = 24_000;
const file = messyFile(count);

/** A server of its own, for it is restarted. */
let server: Awaited<ReturnType<typeof startPostgres>>;
let dataDir: string;
let databases = 0;
beforeAll(async () => {
  server = await startPostgres({ settings: { fsync: 'off' } });
  dataDir = makeDataDir();
  await keepFile(uploadsFolder(dataDir), testFile, file);
  await onDatabase('postgres', 'create database prepared');
  await migratePostgres(`${server.url}/prepared`, inRoot('db', 'postgres', 'migrations'));
  // The shortest lease that pg-boss takes is ten seconds: too long to wait for in a test.
  await onDatabase('prepared', 'update pgboss.queue set heartbeat_seconds = 2');
  const store = openStore(dataDir, '', testVault, `${server.url}/prepared`);
  await putKnown(store, count);
  await store.close();
}, 120_000);
afterAll(async () => {
  await server.stop();
  dropDataDir(dataDir);
});

async function onDatabase(database: string, query: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: `${server.url}/${database}` });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: query, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

interface Run {
  database: string;
  store: Store;
  id: number;
  start(): ReturnType<typeof startWorker>;
}

/** What is done to a run while it is in a state. */
type Blow = (run: Run, state: ImportState, workers: ReturnType<typeof startWorker>[]) => Promise<void>;

/** The import from upload to report by so many workers. */
async function importAll(workers: number, blow: Blow = async () => undefined) {
  const database = `run_${databases++}`;
  await onDatabase('postgres', `create database ${database} template prepared`);
  // Else a crash sets the sequences of the copy back to where they were copied.
  await onDatabase('postgres', 'checkpoint');
  const url = `${server.url}/${database}`;
  const store = openStore(dataDir, '', testVault, url);
  const start = () => startWorker(dataDir, { DATABASE_URL: url });
  const run: Run = { database, store, id: await createMessy(store, file.length), start };
  const during = async (state: ImportState) => {
    const started = Array.from({ length: workers }, start);
    await until(async () => (await importOf(store, run.id)).state === state);
    await blow(run, state, started);
    await until(async () => (await importOf(store, run.id)).state !== state);
    await Promise.all(started.map(killWorker));
  };
  await during('checking');
  await meddle(store, run.id, count);
  const { status } = await submit(store, run.id, (await importOf(store, run.id)).revision, crypto.randomUUID());
  expect(status).toBe('started');
  await during('committing');
  await store.close();
  return { state: await readPostgresEnd(url, run.id), shards: await shardsOf(run) };
}

/** A restart of the database in between is none of the test's business. */
async function until(holds: () => Promise<boolean>, isTooLate = async () => false): Promise<void> {
  while (!(await holds().catch(() => false))) {
    if (await isTooLate().catch(() => false)) throw new Error('It was over before.');
    await sleep(20);
  }
}

/** Who had which shard last: the worker is the first word of the lease. */
async function shardsOf({ database, id }: Pick<Run, 'database' | 'id'>) {
  const rows = (await onDatabase(
    database,
    `select phase, split_part(lease, ' ', 1), cursor - from_row + 1 from import_shards
      where import_id = ${id} and phase in ('check', 'commit') order by phase, from_row`,
  )) as [string, string, string][];
  return rows.map(([phase, worker, done]) => ({ phase, worker, done: Number(done) }));
}

/** Waits until both workers have had a shard of this phase and one is in the middle; says so where the phase ends before. */
async function bothAtWork(run: Run, phase: string, during: ImportState): Promise<void> {
  await until(
    async () => {
      const taken = (await shardsOf(run)).filter((shard) => shard.phase === phase && shard.worker !== '');
      return new Set(taken.map(({ worker }) => worker)).size > 1 && taken.some(({ done }) => done > 0);
    },
    async () => (await importOf(run.store, run.id)).state !== during,
  );
}

const phaseOf = (state: ImportState) => (state === 'checking' ? 'check' : 'commit');

describe('several workers on PostgreSQL', () => {
  let alone: Awaited<ReturnType<typeof importAll>>;
  beforeAll(async () => {
    alone = await importAll(1);
  }, 60_000);

  it('one alone ends as SQLite does, row by row', async () => {
    const folder = makeDataDir();
    await keepFile(uploadsFolder(folder), testFile, file);
    const store = openOn(folder);
    await putKnown(store, count);
    const id = await createMessy(store, file.length);
    let worker = startWorker(folder);
    await until(async () => (await importOf(store, id)).state === 'review');
    await killWorker(worker);
    await meddle(store, id, count);
    await submit(store, id, (await importOf(store, id)).revision, crypto.randomUUID());
    worker = startWorker(folder);
    await until(async () => (await importOf(store, id)).state === 'committed');
    await killWorker(worker);
    await store.close();
    expect(alone.state.outcomes).toHaveLength(count);
    expect(alone.state).toEqual((await readSqliteEnd(folder, id)).state);
    dropDataDir(folder);
  }, 60_000);

  it('two share the rows of one import, and end as one does', async () => {
    const { state, shards } = await importAll(2);
    expect(state).toEqual(alone.state);
    for (const phase of ['check', 'commit']) {
      const workers = shards.filter((shard) => shard.phase === phase).map(({ worker }) => worker);
      expect(workers).toHaveLength(3);
      expect(new Set(workers).size).toBe(2);
    }
  }, 60_000);

  it('one killed in the middle of the check and of the commit is taken over: the end is the same', async () => {
    let kills = 0;
    const { state } = await importAll(2, async (run, during, workers) => {
      await bothAtWork(run, phaseOf(during), during);
      await killWorker(workers.shift()!);
      workers.push(run.start());
      kills += 1;
    });
    expect(kills).toBe(2);
    expect(state).toEqual(alone.state);
  }, 120_000);

  it('PostgreSQL restarted in the middle of the check and of the commit: the end is the same', async () => {
    let restarts = 0;
    const { state } = await importAll(2, async (run, during) => {
      await bothAtWork(run, phaseOf(during), during);
      await server.restart();
      restarts += 1;
    });
    expect(restarts).toBe(2);
    expect(state).toEqual(alone.state);
  }, 120_000);
});
