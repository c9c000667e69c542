import { cpSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../../lib/job-store';
import { runJob } from '../../lib/jobs/run-job';
import { outcomes } from '../../lib/steps';
import type { Store } from '../../lib/store';
import { contentOf, rowsThere, tablesOf } from '../../lib/testing/contents';
import { onDatabase } from '../../lib/testing/database';
import { everyPage } from '../../lib/testing/every-page';
import { type FilledDesk, fillDesk } from '../../lib/testing/filled-desk';
import { dropDatabase, makeDatabase, withClient } from '../../lib/testing/postgres';
import { contextOf, importOf, newImport, outcomesOf, submitNow } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn, testVault } from '../../lib/testing/test-store';
import { inRoot } from '../../scripts/setup/root.mjs';
import { databaseFile, storeOn } from '../open-store';
import { openPostgres } from '../postgres/engine';
import { moveToPostgres } from './move-to-postgres';
import { movedTables } from './moved-table';

const migrations = { sqlite: inRoot('db', 'sqlite', 'migrations'), postgres: inRoot('db', 'postgres', 'migrations') };
const folders: string[] = [];
const urls: string[] = [];
let filled: string;
let desk: FilledDesk;

beforeAll(async () => {
  filled = newFolder();
  const store = openOn(filled);
  desk = await fillDesk(store);
  await store.close();
}, 120_000);
afterAll(async () => {
  folders.forEach(dropDataDir);
  for (const url of urls) await dropDatabase(url);
});

function newFolder(): string {
  const dataDir = makeDataDir();
  folders.push(dataDir);
  return dataDir;
}

/** A data folder of its own with the imports in every state, and an empty target. */
async function aMove({ migrated = false } = {}) {
  const dataDir = newFolder();
  cpSync(filled, dataDir, { recursive: true });
  const url = await makeDatabase({ migrated });
  urls.push(url);
  return { dataDir, url, file: databaseFile(dataDir), migrations };
}

async function jobsOf(store: Store): Promise<Job[]> {
  const found = [];
  for (let job = await store.claimJob('test'); job; job = await store.claimJob('test')) found.push(job);
  return found;
}

/** The jobs of an import that other jobs put in line. */
async function runAll(store: Store, id: number): Promise<void> {
  for (let jobs = await jobsOf(store); jobs.length > 0; jobs = await jobsOf(store)) {
    for (const job of jobs.filter(({ importId }) => importId === id)) await runJob(contextOf(store), job);
  }
}

it('every table of the database is copied, but for the signs of life and the jobs, which are handed over', () => {
  const copied = movedTables().map(({ name }) => name);
  expect([...copied, 'jobs', 'workers', '__drizzle_migrations'].sort()).toEqual(tablesOf(filled).sort());
});

describe('a database in full use', () => {
  let source: Store;
  let target: Store;
  let moved: Awaited<ReturnType<typeof moveToPostgres>>;
  let move: Awaited<ReturnType<typeof aMove>>;
  beforeAll(async () => {
    move = await aMove();
    moved = await moveToPostgres(move);
    source = openOn(move.dataDir);
    target = storeOn(openPostgres(move.url), testVault);
  }, 60_000);
  afterAll(() => Promise.all([source.close(), target.close()]));

  it('is told table by table with the rows that are there, and nothing of the source has changed', async () => {
    expect(contentOf(move.dataDir)).toEqual(contentOf(filled));
    const counts = onDatabase(filled, (database) =>
      moved.tables.map(({ table }) => database.prepare(`select count(*) from ${table}`).pluck().get()),
    );
    expect(moved.tables.map(({ rows }) => rows)).toEqual(counts);
    expect(Math.min(...moved.tables.map(({ rows }) => rows)), 'a table without rows proves nothing').toBeGreaterThan(0);
    const jobs = onDatabase(filled, (database) => database.prepare('select count(*) from jobs').pluck().get());
    expect(moved.jobs, 'but for the three that nobody would do').toBe((jobs as number) - 3);
    for (const { checksum } of moved.tables) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  });

  it('shows the same on every page', async () => {
    const here = await everyPage(source);
    const there = await everyPage(target);
    for (const [page, shown] of Object.entries(here)) expect(there[page], page).toEqual(shown);
    expect(Object.keys(there)).toEqual(Object.keys(here));
    const ended = Object.values(await outcomesOf(target, desk.committed)).map((text) => text.split(' ')[0]);
    expect(new Set(ended), 'all that can become of a row').toEqual(new Set(outcomes));
  }, 60_000);

  it('goes on there: a submitted import ends as it would have here, and gives out no number twice', async () => {
    const ends = [];
    for (const store of [source, target]) {
      expect(await submitNow(store, desk.reviewed)).toMatchObject({ status: 'committed' });
      const { id: made } = await importOf(store, await store.createImport(newImport()));
      expect(made).toBeGreaterThan(desk.forgotten);
      ends.push({ outcomes: await outcomesOf(store, desk.reviewed), made, reserved: await store.reserveIds(1) });
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(new Set(Object.values(ends[0]!.outcomes))).toContain('created');
  });

  it('goes on there: work that waited is taken up, once', async () => {
    const what = ({ kind, importId, generation }: Job) => ({ kind, importId, generation });
    const waiting = (await jobsOf(source)).map(what);
    const old = (job: (typeof waiting)[number]) =>
      job.importId === desk.forgotten || (job.importId === desk.restarted && job.generation === 1);
    expect(waiting.filter(old)).toHaveLength(3);
    const jobs = await jobsOf(target);
    expect(jobs.map(what)).toEqual(waiting.filter((job) => !old(job)));
    expect(jobs.map(what)).toContainEqual({ kind: 'clean', importId: desk.deleted, generation: 1 });
    const check = jobs.find((job) => job.kind === 'check' && job.importId === desk.checking)!;
    expect(await runJob(contextOf(target), check)).toBe('done');
    await runAll(target, desk.checking);
    expect((await importOf(target, desk.checking)).state).toBe('review');
  }, 60_000);
});

describe('refuses, and leaves the target empty', () => {
  it('a target that was moved to already, and names the table', async () => {
    const move = await aMove({ migrated: true });
    await moveToPostgres(move);
    const before = await rowsThere(move.url);
    await expect(moveToPostgres(move)).rejects.toThrow('its table accounts has rows');
    expect(await rowsThere(move.url)).toEqual(before);
  });

  it("a target with someone else's table, which stays as it is", async () => {
    const move = await aMove();
    await withClient(move.url, (client) => client.query('create table theirs as select 1 as one'));
    await expect(moveToPostgres(move)).rejects.toThrow('its table theirs has rows');
    const tables = await withClient(move.url, (client) =>
      client.query("select tablename from pg_tables where schemaname = 'public'"),
    );
    expect(tables.rows).toEqual([{ tablename: 'theirs' }]);
  });

  it('a target that nobody answers for, or that does not exist', async () => {
    const { url, ...move } = await aMove();
    const absent = `${url}_absent`;
    await expect(moveToPostgres({ ...move, url: absent })).rejects.toThrow(/cannot be reached: .*does not exist/);
    await expect(moveToPostgres({ ...move, url: 'postgres://a@127.0.0.1:1/b' })).rejects.toThrow(
      /cannot be reached: .*ECONNREFUSED/,
    );
  });

  it.each([
    ['file_name of table imports', "update imports set file_name = 'a' || char(0) || 'b' where id = 2", '(id 2)'],
    [
      'message of table import_plans',
      "update import_plans set message = x'00ff' where row = 3",
      '(import_id 1, row 3)',
    ],
  ])('a value that PostgreSQL cannot keep: column %s', async (name, spoil, key) => {
    const move = await aMove();
    onDatabase(move.dataDir, (database) => database.exec(spoil));
    const said = await moveToPostgres(move).catch((error: Error) => error.message);
    expect(said).toContain(`Column ${name} holds`);
    expect(said).toContain(key);
    expect(await rowsThere(move.url)).toEqual({});
  });

  const fault = (table: string, body: string, when = 'before insert', each = 'row') => `
    create function spoil() returns trigger language plpgsql as $$ begin ${body} end $$;
    create trigger spoil ${when} on ${table} for each ${each} execute function spoil()`;
  it.each([
    [
      'a value that is another one in the copy',
      fault(
        'customers',
        "if new.id % 17 = 0 then new.company := coalesce(new.company, '') || ' '; end if; return new;",
      ),
      'The rows of table customers differ in the copy.',
    ],
    [
      'a row that did not come through',
      fault('import_issues', 'if new.row = 38 then return null; end if; return new;'),
      /Table import_issues has \d+ rows, and \d+ in the copy\./,
    ],
    [
      'a row of another key',
      fault('edit_log', 'if new.id = 1 then new.id := 1000; end if; return new;'),
      'The rows of table edit_log differ in the copy.',
    ],
    [
      'a row changed after it was copied',
      fault(
        'import_keys',
        "update import_rows set search = 'other' where position = 7; return null;",
        'after insert',
        'statement',
      ),
      'The rows of table import_rows differ in the copy.',
    ],
  ])('a copy that is not the same: %s', async (_, spoil, said) => {
    const move = await aMove({ migrated: true });
    await withClient(move.url, (client) => client.query(spoil));
    await expect(moveToPostgres(move)).rejects.toThrow(said);
    expect(await rowsThere(move.url)).toEqual({});
    expect(contentOf(move.dataDir)).toEqual(contentOf(filled));
  });
});

it('nobody writes to the source meanwhile', async () => {
  const move = await aMove();
  const errors: string[] = [];
  await moveToPostgres({
    ...move,
    onCopied: () => {
      const database = new Database(move.file, { timeout: 0 });
      try {
        database.exec('delete from customers');
      } catch (error) {
        errors.push((error as { code: string }).code);
      } finally {
        database.close();
      }
    },
  });
  expect(new Set(errors)).toEqual(new Set(['SQLITE_BUSY']));
});
