import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { databaseFile } from '../db/open-store';
import { onDatabase } from '../lib/testing/database';
import { dropDatabase, makeDatabase, withClient } from '../lib/testing/postgres';
import { commit } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn } from '../lib/testing/test-store';
import { takeLock } from '../scripts/setup/lock.mjs';
import { inRoot } from '../scripts/setup/root.mjs';

let dataDir: string;
const urls: string[] = [];
beforeAll(async () => {
  dataDir = makeDataDir();
  const store = openOn(dataDir);
  const rows = Array.from({ length: 50 }, (_, at) => [`c${at}@example.com`, `Name ${at}`]);
  await commit(store, { fields: ['email', 'firstName'], rows });
  await store.close();
});
afterAll(async () => {
  dropDataDir(dataDir);
  for (const url of urls) await dropDatabase(url);
});

const target = async (): Promise<string> => {
  const url = await makeDatabase();
  urls.push(url);
  return url;
};

const start = (parameters: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, parameters, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', BASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs to the end. */
async function ask(parameters: string[], env?: Record<string, string>) {
  const child = start(parameters, env);
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  return { code, said: out + err };
}

/** `npm run admin`, for what it refuses before it needs a build. */
const admin = (parameters: string[], env?: Record<string, string>) =>
  ask([inRoot('scripts', 'admin.mjs'), ...parameters], env);
/** The bundle that it starts. */
const bundle = () => join(inject('dist'), 'admin.mjs');

const counts = (url: string): Promise<number[]> =>
  withClient(url, async (client) => {
    const query = 'select (select count(*) from customers)::int, (select count(*) from imports)::int';
    return (await client.query<number[]>({ text: query, rowMode: 'array' })).rows[0]!;
  });

describe('what is asked wrongly is told', () => {
  it.each([
    [[]],
    [['migrate-to']],
    [['migrate-from', 'postgres://a@b/c']],
    [['migrate-to', 'postgres://a@b/c', 'more']],
    [['migrate-to', 'mysql://a@b/c']],
    [['migrate-to', 'postgres://a@b']],
    [['migrate-to', 'data/import-desk.db']],
    [['backup']],
    [['restore', 'one', 'other']],
    [['restore', 'one', '--force']],
  ])('%j gives the usage and exit code 2', async (parameters) => {
    const { code, said } = await admin(parameters);
    expect(said).toContain('Usage: npm run admin -- COMMAND');
    expect(code).toBe(2);
  });

  it.each([
    ['DATABASE_URL is set', { DATABASE_URL: 'postgres://a@b/c' }],
    ['There is no SQLite database in', { DATA_DIR: '/tmp/import-desk-none' }],
  ])('%s: exit code 1', async (sentence, env) => {
    const { code, said } = await admin(['migrate-to', 'postgres://a@b/c'], env);
    expect(said).toContain(sentence);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('Import Desk runs: told with the process and how to stop it', async () => {
    const lock = takeLock(join(dataDir, 'import-desk.lock'));
    try {
      const { code, said } = await admin(['migrate-to', 'postgres://a@b/c']);
      expect(said).toContain(`Import Desk runs on ${dataDir} (process ${process.pid}). Stop it first`);
      expect(code).toBe(1);
    } finally {
      if ('release' in lock) lock.release();
    }
  });
});

it.each(['backup', 'rotate-key'])(
  '%s does not make a desk where there is none, and call it a success',
  async (command) => {
    const folder = '/tmp/import-desk-none';
    const { code, said } = await admin([command, ...(command === 'backup' ? [join(dataDir, 'none.backup')] : [])], {
      DATA_DIR: folder,
    });
    expect(said).toContain(`There is no SQLite database in ${folder}`);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'import-desk.db'))).toBe(false);
  },
);

it('moves a database and says what was moved and what to do next, without the password', async () => {
  const url = (await target()).replace('import_desk@', 'import_desk:tell-nobody@');
  const { code, said } = await ask([bundle(), 'migrate-to', url]);
  expect(said).toMatch(/^customers +50 {2}[0-9a-f]{12} +\d+\.\d s$/m);
  expect(said).toMatch(/^imports +1 {2}/m);
  expect(said).toContain('DATABASE_URL=postgres://import_desk:PASSWORD@127.0.0.1:');
  expect(said).toContain(join(dataDir, 'uploads'));
  expect(said).not.toContain('tell-nobody');
  expect(code).toBe(0);
  expect(await counts(url)).toEqual([50, 1]);

  const again = await ask([bundle(), 'migrate-to', url]);
  expect(again.said).toContain('The target is not empty: its table customer_changes has rows.');
  expect(again.code).toBe(1);
});

it('killed in the middle it leaves the target empty and the source as it was, and can be done again', async () => {
  const url = await target();
  const before = contentOf();
  await withClient(url, async (client) => {
    await client.query(slow);
    const child = start([bundle(), 'migrate-to', url]);
    while ((await client.query(asleep)).rowCount === 0) await sleep(10);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);
    while ((await client.query(others)).rowCount !== 0) await sleep(20);
    expect(await counts(url)).toEqual([0, 0]);
    await client.query('drop trigger slow on imports');
  });
  expect(contentOf()).toEqual(before);
  expect((await ask([bundle(), 'migrate-to', url])).code).toBe(0);
  expect(await counts(url)).toEqual([50, 1]);
});

const slow = `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1.5); return null; end $$;
  create trigger slow after insert on imports for each statement execute function slow()`;
const asleep = "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
const others = `select pid from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

const contentOf = () =>
  onDatabase(dataDir, (database) => [
    database.pragma('integrity_check'),
    database.prepare('select * from customers').all(),
    database.prepare('select * from imports').all(),
  ]);

it('a data folder whose database is from a version before is brought up to date first', async () => {
  const old = makeDataDir();
  rmSync(databaseFile(old));
  try {
    // The oldest there can be: nothing was migrated yet.
    onDatabase(old, (database) => database.exec('create table theirs (id integer primary key)'));
    const { code, said } = await ask([bundle(), 'migrate-to', await target()], { DATA_DIR: old });
    expect(said).toMatch(/^customers +0 /m);
    expect(code).toBe(0);
  } finally {
    dropDataDir(old);
  }
});
