import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openStore } from '../../db/open-store';
import { submit } from '../../lib/commit/submit';
import type { Store } from '../../lib/store';
import { type AdminOn, admin, startAdmin } from '../../lib/testing/admin';
import { backUpUnderLoad, prepareDesk, workUntil } from '../../lib/testing/backup-desk';
import { readPostgresEnd } from '../../lib/testing/end-state';
import { fillDesk } from '../../lib/testing/filled-desk';
import { dropDatabase, makeDatabase, withClient } from '../../lib/testing/postgres';
import { commit, importOf } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, testVault } from '../../lib/testing/test-store';

const desks: Required<AdminOn>[] = [];
afterAll(async () => {
  for (const { dataDir, url } of desks) {
    dropDataDir(dataDir);
    await dropDatabase(url);
  }
});

async function newDesk(migrated = true): Promise<Required<AdminOn>> {
  const desk = { dataDir: makeDataDir(), url: await makeDatabase({ migrated }) };
  desks.push(desk);
  return desk;
}

async function on<T>({ dataDir, url }: Required<AdminOn>, work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(dataDir, '', testVault, url);
  return work(store).finally(() => store.close());
}

const texts = (url: string, query: string): Promise<string[]> =>
  withClient(url, async (client) => (await client.query<[string]>({ text: query, rowMode: 'array' })).rows.flat());

const emails = ({ url }: AdminOn) => texts(url!, 'select email from customers order by id');

it('a backup taken while the desk works restores to all that was acknowledged, and its work ends as in the original', async () => {
  const [desk, restored] = [await newDesk(), await newDesk(false)];
  const path = join(desk.dataDir, 'under-load.backup');
  const { id, acknowledged } = await on(desk, async (store) => {
    const made = await prepareDesk(store, desk.dataDir);
    await workUntil(store, desk, made, 'review');
    await submit(store, made, (await importOf(store, made)).revision, 'test');
    const names = await backUpUnderLoad(store, desk, path);
    await workUntil(store, desk, made, 'committed');
    return { id: made, acknowledged: names };
  });

  const { code, said } = await admin(restored, 'restore', path);
  expect(said).toContain('Restored the backup of 20');
  expect(code).toBe(0);
  const [key] = readdirSync(join(desk.dataDir, 'uploads'));
  expect(readFileSync(join(restored.dataDir, 'uploads', key!))).toEqual(
    readFileSync(join(desk.dataDir, 'uploads', key!)),
  );
  expect(await texts(restored.url, 'select name from settings')).toEqual(expect.arrayContaining(acknowledged));
  await on(restored, (store) => workUntil(store, restored, id, 'committed'));
  expect(await readPostgresEnd(restored.url, id)).toEqual(await readPostgresEnd(desk.url, id));
}, 60_000);

it('every row of every table comes back, whatever is in it, and numbers go on behind those that were given out', async () => {
  const [desk, restored] = [await newDesk(), await newDesk()];
  await on(desk, async (store) => void (await fillDesk(store)));
  const path = join(desk.dataDir, 'a.backup');
  expect(await admin(desk, 'backup', path)).toMatchObject({ code: 0 });
  expect(await admin(restored, 'restore', path)).toMatchObject({ code: 0 });
  const tables = await texts(desk.url, "select tablename from pg_tables where schemaname = 'public' order by 1");
  expect(tables.length).toBeGreaterThan(20);
  for (const table of tables.filter((name) => !['audit_log', 'workers'].includes(name))) {
    const query = `select to_jsonb(t)::text from ${table} t order by 1`;
    expect(await texts(restored.url, query), table).toEqual(await texts(desk.url, query));
  }
  const next = "select nextval(pg_get_serial_sequence('imports', 'id'))";
  expect(await texts(restored.url, next)).toEqual(await texts(desk.url, next));
  const jobs = `select data->>'kind' || (data->>'importId') from pgboss.job
    where state = 'created' and (data->>'importId')::bigint in (select id from imports) order by 1`;
  // Of the two jobs of the import that was begun anew only the second counts.
  expect(await texts(restored.url, jobs)).toEqual([...new Set(await texts(desk.url, jobs))]);
});

it('a target that is not empty, or in use, is refused; with --replace it is replaced', async () => {
  const [desk, other] = [await newDesk(), await newDesk()];
  await on(desk, (store) => commit(store, { fields: ['email'], rows: [['a@example.com']] }));
  await on(other, (store) => commit(store, { fields: ['email'], rows: [['other@example.com']] }));
  const path = join(desk.dataDir, 'a.backup');
  await admin(desk, 'backup', path);
  const refused = await admin(other, 'restore', path);
  expect(refused.said).toMatch(/The database is not empty: table \w+ has rows. Give --replace to lose what is there./);
  expect(refused.code).toBe(1);
  await on(other, async (store) => {
    await store.countPeople();
    const { said } = await admin(other, 'restore', path, '--replace');
    expect(said).toContain('Import Desk runs on this database. Stop all its web servers and workers first.');
  });
  expect(await emails(other)).toEqual(['other@example.com']);
  expect(await admin(other, 'restore', path, '--replace')).toMatchObject({ code: 0 });
  expect(await emails(other)).toEqual(['a@example.com']);
  expect(await texts(other.url, 'select action from audit_log')).toEqual(['backup_restored']);
});

it('killed in the middle, or with a file that is damaged, a restore leaves what was there', async () => {
  const [desk, other] = [await newDesk(), await newDesk()];
  await on(desk, (store) => commit(store, { fields: ['email'], rows: [['a@example.com']] }));
  await on(other, (store) => commit(store, { fields: ['email'], rows: [['other@example.com']] }));
  const path = join(desk.dataDir, 'a.backup');
  await admin(desk, 'backup', path);
  await withClient(other.url, async (client) => {
    await client.query(slow);
    const child = startAdmin(other, 'restore', path, '--replace');
    while ((await client.query(asleep)).rowCount === 0) await sleep(10);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    while ((await client.query(others)).rowCount !== 0) await sleep(20);
    await client.query('drop trigger slow on customers');
  });
  expect(await emails(other)).toEqual(['other@example.com']);

  const bytes = readFileSync(path);
  bytes[bytes.indexOf('a@example.com')]! ^= 1;
  writeFileSync(`${path}.damaged`, bytes);
  const refused = await admin(other, 'restore', `${path}.damaged`, '--replace');
  expect(refused.said).toContain('is no backup, or is damaged or cut off');
  expect(await emails(other)).toEqual(['other@example.com']);
  expect(await admin(other, 'restore', path, '--replace')).toMatchObject({ code: 0 });
  expect(await emails(other)).toEqual(['a@example.com']);
});

const slow = `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(1.5); return null; end $$;
  create trigger slow after insert on customers for each statement execute function slow()`;
const asleep = "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
const others = `select pid from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

it('a backup of one engine is refused by the other, with what to do', async () => {
  const desk = await newDesk();
  const [ofPostgres, ofSqlite] = [join(desk.dataDir, 'postgres.backup'), join(desk.dataDir, 'sqlite.backup')];
  await admin(desk, 'backup', ofPostgres);
  await admin({ dataDir: desk.dataDir }, 'backup', ofSqlite);
  const one = await admin(desk, 'restore', ofSqlite);
  expect(one.said).toContain('This is a backup of SQLite, and the database here is PostgreSQL.');
  expect(one.said).toContain('migrate-to postgres://');
  const empty = makeDataDir();
  rmSync(join(empty, 'import-desk.db'));
  const other = await admin({ dataDir: empty }, 'restore', ofPostgres);
  dropDataDir(empty);
  expect(other.said).toContain('This is a backup of PostgreSQL, and the database here is SQLite.');
  expect([one.code, other.code]).toEqual([1, 1]);
});
