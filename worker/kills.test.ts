import { cpSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { databaseFile } from '../db/open-store';
import { uploadsFolder } from '../files/open-files';
import { submit } from '../lib/commit/submit';
import type { JobKind } from '../lib/job-store';
import type { ImportState } from '../lib/steps';
import type { Store } from '../lib/store';
import { readSqliteEnd } from '../lib/testing/end-state';
import { createMessy, meddle, messyFile, putKnown } from '../lib/testing/messy-import';
import { importOf, keepFile, testFile } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';

const count = 6000;
const file = messyFile(count);

interface Run {
  dataDir: string;
  store: Store;
  database: Database.Database;
  id: number;
  kills: number;
  /** How many work at the end, all with leases that run out again and again. */
  workers: number;
}

const folders: string[] = [];
afterAll(() => folders.forEach(dropDataDir));

const newFolder = (): string => {
  const dataDir = makeDataDir();
  folders.push(dataDir);
  return dataDir;
};

/** A data folder with the customers that are known and the file that was uploaded. */
async function prepare(): Promise<string> {
  const dataDir = newFolder();
  const store = openOn(dataDir);
  await keepFile(uploadsFolder(dataDir), testFile, file);
  await putKnown(store, count);
  await store.close();
  return dataDir;
}

/** The import from upload to report, with the worker killed this often in each of its jobs. */
async function importAll(prepared: string, kills: Record<'read' | 'check' | 'commit', number>, workers = 1) {
  const dataDir = newFolder();
  cpSync(prepared, dataDir, { recursive: true });
  const [store, database] = [openOn(dataDir), new Database(databaseFile(dataDir))];
  const run: Run = { dataDir, store, database, kills: 0, workers, id: await createMessy(store, file.length) };
  await work(run, 'read', 'reading', kills.read);
  await work(run, 'check', 'checking', kills.check);
  await meddle(store, run.id, count);
  const { status } = await submit(store, run.id, (await importOf(store, run.id)).revision, 'test');
  expect(status).toBe('started');
  await work(run, 'commit', 'committing', kills.commit);
  await store.close();
  database.close();
  return { kills: run.kills, ...(await readSqliteEnd(dataDir, run.id)) };
}

/** Has workers do a job to its end, all but the last of which are killed at some moment of it. */
async function work(run: Run, kind: JobKind, during: ImportState, kills: number): Promise<void> {
  const isOver = async () => (await importOf(run.store, run.id)).state !== during;
  for (let left = kills; left > 0; left--) {
    const before = progress(run, kind);
    const worker = startWorker(run.dataDir);
    // Some die between the claim and the first chunk, most behind a chunk of theirs, somewhere in the next one.
    const soon = Math.random() < 0.25;
    await until(run, kind, (now) => now.attempts > before.attempts && (soon || now.cursors !== before.cursors));
    await sleep(Math.random() * 40);
    await killWorker(worker);
    if (await isOver()) return;
    run.kills += 1;
  }
  const workers = Array.from({ length: run.workers }, () => startWorker(run.dataDir));
  while (!(await isOver())) await sleep(10);
  await Promise.all(workers.map(killWorker));
}

/** How often the job was taken, and where the cursors of the import stand; attempts are Infinity when it is gone. */
function progress({ database, id }: Run, kind: JobKind) {
  const attempts = database.prepare('select attempts from jobs where import_id = ? and kind = ?').pluck();
  const cursors = database.prepare('select group_concat(cursor) from import_shards where import_id = ?').pluck();
  return { attempts: (attempts.get(id, kind) as number | undefined) ?? Infinity, cursors: cursors.get(id) };
}

async function until(run: Run, kind: JobKind, holds: (now: ReturnType<typeof progress>) => boolean): Promise<void> {
  for (;;) {
    const now = progress(run, kind);
    if (now.attempts === Infinity || holds(now)) return;
    await sleep(2);
  }
}

it('killed at any points while reading, checking and committing, or done by two at once, it ends the same', async () => {
  const prepared = await prepare();
  const often = { read: 3, check: 4, commit: 3 };
  const [whole, ...killed] = await Promise.all([
    importAll(prepared, { read: 0, check: 0, commit: 0 }),
    ...[1, 2, 3].map(() => importAll(prepared, often)),
    importAll(prepared, { read: 0, check: 0, commit: 0 }, 2),
  ]);
  expect(whole).toMatchObject({ integrity: 'ok', state: { unknown: [[0]], ahead: [[0]] } });
  const outcomes = whole!.state.outcomes as [number, string][];
  expect(new Set(outcomes.map(([, outcome]) => outcome)).size).toBe(6);
  expect(outcomes).toHaveLength(count);
  for (const { state, integrity } of killed)
    expect({ state, integrity }).toEqual({ state: whole!.state, integrity: 'ok' });
  const kills = killed.reduce((sum, run) => sum + run.kills, 0);
  expect(kills).toBeGreaterThanOrEqual(25);
}, 120_000);
