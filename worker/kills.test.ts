import { cpSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { databaseFile } from '../db/open-store';
import { submit } from '../lib/commit/submit';
import type { JobKind } from '../lib/records';
import { editRow } from '../lib/review/edit-row';
import type { ImportState } from '../lib/steps';
import type { Store } from '../lib/store';
import { readEndState } from '../lib/testing/end-state';
import { commit, importOf, newImport } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';

const count = 6000;
const fields = ['email', 'sourceSystemId', 'firstName', 'debtorId', 'billing.city', 'phone'];
const mapping = { sourceSystem: 'erp' };

/** Updates, creations, rows that stay as they are, errors, warnings and keys that repeat. */
const cellsOf = (at: number): string[] => {
  const email = at % 41 === 0 ? 'no address' : `c${at % 53 === 0 ? at - 1 : at}@example.com`;
  const firstName = at % 3 === 0 ? 'Ann' : `New ${at}`;
  return [email, `E${at}`, firstName, String(1 + at), at % 2 ? 'Gent' : '', at % 7 ? '' : '0655501234'];
};
const file = [fields, ...Array.from({ length: count }, (_, at) => cellsOf(at))]
  .map((cells) => `${cells.join(',')}\n`)
  .join('');

/** Half of the customers are there before; every third of them is as the file says. */
const known = Array.from({ length: count / 2 }, (_, at) => [
  `c${at}@example.com`,
  `E${at}`,
  'Ann',
  String(1 + at),
  '',
  '',
]);

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
  await mkdir(join(dataDir, 'uploads'));
  await writeFile(join(dataDir, 'uploads', 'key'), file);
  for (let at = 0; at < known.length; at += 1500) {
    await commit(store, { fields, rows: known.slice(at, at + 1500), mapping });
  }
  await store.close();
  return dataDir;
}

/** The import from upload to report, with the worker killed this often in each of its jobs. */
async function importAll(prepared: string, kills: Record<'read' | 'check' | 'commit', number>, workers = 1) {
  const dataDir = newFolder();
  cpSync(prepared, dataDir, { recursive: true });
  const [store, database] = [openOn(dataDir), new Database(databaseFile(dataDir))];
  const given = { fileSize: file.length, pauseAtMapping: false, choices: { matchKey: 'email', ...mapping } as const };
  const run: Run = { dataDir, store, database, kills: 0, workers, id: await store.createImport(newImport(given)) };
  await work(run, 'read', 'reading', kills.read);
  await work(run, 'check', 'checking', kills.check);
  await inReview(run);
  await work(run, 'commit', 'committing', kills.commit);
  await store.close();
  database.close();
  return { kills: run.kills, state: readEndState(dataDir, run.id) };
}

/** Some rows are edited, and others take keys and sources before the rest is submitted. */
async function inReview({ store, id }: Run): Promise<void> {
  expect((await importOf(store, id)).state).toBe('review');
  await editRow(store, id, 2, { values: { email: 'edited@example.com' } });
  await editRow(store, id, 40, { excluded: true });
  const taken = [
    [`c${count - 3}@example.com`, 'other'],
    ['other@example.com', `E${count - 5}`],
    ['c100@example.com', 'E100'],
  ];
  const rows = taken.map(([email, source]) => [email!, source!, 'Taken', '', '', '']);
  await commit(store, { fields, rows, mapping });
  const submitted = await submit(store, id, (await importOf(store, id)).revision, 'test');
  expect(submitted.status).toBe('started');
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
  expect(whole!.state).toMatchObject({ integrity: [{ integrity_check: 'ok' }], unknown: [[0]], ahead: [[0]] });
  const outcomes = (whole!.state as { outcomes: [number, string][] }).outcomes;
  expect(new Set(outcomes.map(([, outcome]) => outcome)).size).toBe(6);
  expect(outcomes).toHaveLength(count);
  for (const { state } of killed) expect(state).toEqual(whole!.state);
  const kills = killed.reduce((sum, run) => sum + run.kills, 0);
  expect(kills).toBeGreaterThanOrEqual(25);
}, 120_000);
