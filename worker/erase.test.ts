import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore } from '../db/open-store';
import { uploadsFolder } from '../files/open-files';
import { viewImport, viewIntake } from '../lib/contracts/view-import';
import { viewRows } from '../lib/contracts/view-rows';
import { fields } from '../lib/customer/fields';
import { eraseCustomer } from '../lib/erase/erase-customer';
import { newFile } from '../lib/files';
import type { IntakeOptions } from '../lib/mapping';
import { reportCsv } from '../lib/report/report-csv';
import { editCustomer } from '../lib/review/edit-customer';
import { editRow } from '../lib/review/edit-row';
import type { ImportState } from '../lib/steps';
import type { Store } from '../lib/store';
import { customerByEmail } from '../lib/testing/customers';
import { dropDatabase, makeDatabase } from '../lib/testing/postgres';
import { foundInFiles, foundInTables } from '../lib/testing/search-bytes';
import { filesIn, importOf, mappingOf, newImport, rowsOf, submitNow } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, testVault } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';

/** Words that stand nowhere by chance. */
const words: string[] = [];
const word = (text = `zq${words.length + 10}xk`): string => {
  words.push(text);
  return text;
};

/** A column for each field that takes any text, and those by which customers are found. */
const texts = fields.filter(({ kind, max, loose }) => kind === 'text' && max >= 50 && !loose).map(({ name }) => name);
const columns = ['email', 'debtorId', 'sourceSystem', 'sourceSystemId', 'ssn', 'phone', 'dateOfBirth'];
const headers = [...columns, ...texts.filter((name) => !columns.includes(name))];
type Row = Partial<Record<string, string>>;

const csv = (rows: Row[]): string =>
  [headers, ...rows.map((row) => headers.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');

const everything = (row: Row): Row => ({
  ...Object.fromEntries(headers.slice(columns.length).map((name) => [name, word()])),
  ...row,
});

describe.each(['SQLite', 'PostgreSQL'])('a customer who is erased on %s', (engine) => {
  let dataDir: string;
  let url: string | undefined;
  let store: Store;
  let worker: ReturnType<typeof startWorker> | undefined;

  beforeAll(async () => {
    words.length = 0;
    dataDir = makeDataDir();
    url = engine === 'PostgreSQL' ? await makeDatabase() : undefined;
    store = openStore(dataDir, inject('dist'), testVault, url);
    worker = startWorker(dataDir, { DATABASE_URL: url ?? '' });
  });
  afterAll(async () => {
    if (worker) await killWorker(worker);
    await store.close();
    dropDataDir(dataDir);
    if (url) await dropDatabase(url);
  });

  async function until(id: number, ...states: ImportState[]): Promise<void> {
    for (let tries = 0; !states.includes((await importOf(store, id)).state); tries++) {
      if (tries > 400) throw new Error(`Import ${id} is ${(await importOf(store, id)).state}.`);
      await sleep(25);
    }
  }

  /** By the worker, as far as it goes by itself. */
  /** In a file that is called by the email of its first row. */
  async function upload(
    rows: Row[],
    pauseAtMapping = false,
    text = csv(rows),
    called = rows[0]?.email,
    intake: IntakeOptions = {},
  ): Promise<number> {
    const file = newFile(testVault);
    const bytes = (async function* () {
      yield Buffer.from(text);
    })();
    await filesIn(uploadsFolder(dataDir)).receive(file, { bytes, announced: null, most: 1_000_000 });
    const choices = { matchKey: 'email' as const, dateOrder: 'ymd' as const };
    const id = await store.createImport(
      newImport({ ...file, fileName: `${called}.csv`, fileSize: text.length, pauseAtMapping, choices, intake }),
    );
    await until(id, 'mapping', 'review', 'failed');
    if (pauseAtMapping || (await importOf(store, id)).state === 'failed') return id;
    const mapping = mappingOf({ fields: headers, mapping: { dateOrder: 'ymd' } });
    await store.moveImport(id, ['review', 'mapping'], 'checking', {
      changes: { mapping },
      jobs: [{ kind: 'check', importId: id }],
      restart: true,
    });
    await until(id, 'review');
    return id;
  }

  async function committed(rows: Row[]): Promise<number> {
    const id = await upload(rows);
    await submitNow(store, id);
    await until(id, 'committed');
    return id;
  }

  /** A file of three columns in review whose header was chosen. */
  async function reviewed(headerRow: number, text: string): Promise<number> {
    const id = await upload([], true, text, 'list', { headerRow });
    const mapping = mappingOf({ fields: ['email', 'firstName', 'billing.city'] });
    const jobs = [{ kind: 'check' as const, importId: id }];
    await store.moveImport(id, ['mapping'], 'checking', { changes: { mapping }, jobs, restart: true });
    await until(id, 'review');
    return id;
  }

  const other = (at: number): Row => ({
    email: `other${at}@example.com`,
    debtorId: String(at),
    firstName: 'Ann',
    ssn: `11111${at}`,
  });

  it('is found nowhere any more, and everybody else is as before', async () => {
    const [first, second] = [word('zqfirst@example.com'), word('zqsecond@example.com')];
    const person = {
      email: first,
      debtorId: word('987650123'),
      sourceSystem: word(),
      sourceSystemId: word(),
      ssn: word('271828182'),
    };
    const created = await committed([everything({ ...person, phone: word('+31655512345') }), other(1), other(2)]);
    const updated = await committed([{ email: first, firstName: word(), ssn: '271 828 182' }, other(1)]);
    const unchanged = await committed([{ email: first, lastName: '' }, other(2)]);
    const customer = await customerByEmail(store, first);
    expect(await editCustomer(store, customer.id, customer.version, { email: second, company: word() })).toEqual({
      status: 'saved',
    });
    const failed = await committed([everything({ email: second, dateOfBirth: word() }), other(3)]);
    const excluded = await upload([everything({ email: second }), other(4)]);
    await editRow(store, excluded, 2, { values: { firstName: word(), email: word('zqthird@example.com') } });
    await editRow(store, excluded, 2, { values: { email: second }, excluded: true });
    await submitNow(store, excluded);
    await until(excluded, 'committed');
    const open = await upload([everything({ email: `ZQSecond@Example.com` }), other(5)]);
    await editRow(store, open, 2, { values: { firstName: word() } });
    const byDebtor = await upload([
      { email: 'somebody@example.com', debtorId: '00987650123', company: word() },
      other(6),
    ]);
    const early = await upload([everything({ email: first, ssn: '271-828-182' }), other(7)], true);
    const broken = await upload([], false, `PK\u0003\u0004 ${word()}`, first);
    const name = word();
    const asHeader = await reviewed(1, `${first},${name},${word()}\nbob@example.com,Bob,Ede\n`);
    const aboveHeader = await reviewed(2, `${second},${name},\nEmail,Name,City\nbob@example.com,Bob,Ede\n`);
    const typedIn = await reviewed(1, 'Email,Name,City\nbob@example.com,Bob,Ede\n');
    const typing: Row[] = [{ email: first }, { firstName: word() }, { email: 'eve@example.com' }, { firstName: 'Eve' }];
    for (const values of typing) await editRow(store, typedIn, 2, { values: values as Record<string, string> });
    const beside = [asHeader, aboveHeader, typedIn];
    for (const id of beside) expect((await submitNow(store, id)).status).toBe('committed');
    const besideRows = await Promise.all(beside.map((id) => rowsOf(store, id)));
    const all = [created, updated, unchanged, failed, excluded, open, byDebtor, early];
    expect((await find()).length).toBeGreaterThan(50);
    const totals = await Promise.all(all.slice(0, 5).map((id) => store.readTotals(id)));
    const others = await otherRows(all);

    expect(await eraseCustomer(store, customer.id)).toBe(true);
    expect(await store.readCustomer(customer.id)).toBeNull();
    expect(await eraseCustomer(store, customer.id)).toBe(false);
    await expect.poll(async () => (await store.findErasure(customer.id))?.finishedAt, { timeout: 20_000 }).toBeTruthy();

    expect(await find()).toEqual([]);
    // What was only typed in stands in no file.
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([(await importOf(store, typedIn)).fileKey]);
    expect((await importOf(store, broken)).fileRemovedAt).toBeTruthy();
    expect(await Promise.all(all.slice(0, 5).map((id) => store.readTotals(id)))).toEqual(totals);
    expect(await otherRows(all)).toEqual(others);
    expect(await customerByEmail(store, 'other1@example.com')).toBeTruthy();
    expect(await Promise.all(beside.map((id) => rowsOf(store, id)))).toEqual(besideRows);
    expect((await viewImport(store, asHeader))!.columns.map(({ header }) => header)).toEqual(['', '', '']);
    expect((await viewIntake(store, asHeader))!.preview.map(({ cells }) => cells[1])).toEqual(['', 'Bob']);
    expect(await report(asHeader)).toMatch(/^\ufeff?,,,Import Desk row,/);
    expect(await report(asHeader)).toContain('bob@example.com');
    expect((await viewImport(store, aboveHeader))!.columns[1]!.header).toBe('Name');
    expect((await viewIntake(store, aboveHeader))!.preview.map(({ cells }) => cells[1])).toEqual(['', 'Name', 'Bob']);
    words.push('ZQSecond');
    for (const id of all) {
      const shown = JSON.stringify([
        await viewImport(store, id),
        await viewIntake(store, id),
        await viewRows(store, id, {}),
      ]);
      expect(
        words.filter((each) => shown.toLowerCase().includes(each)),
        `import ${id}`,
      ).toEqual([]);
      // One that was never checked has no rows to report on.
      if (id === early) continue;
      const csv = await report(id);
      expect(csv).toContain('The customer of this row was erased. Nothing is kept of the row.');
      expect(csv).toContain('other');
    }
    // What was open goes on without the row.
    const { status } = await submitNow(store, open);
    expect(status).toBe('committed');
    expect((await rowsOf(store, open)).map(({ outcome }) => [outcome?.outcome, outcome?.customerId === null])).toEqual([
      ['skipped', true],
      ['created', false],
    ]);
    expect(await find()).toEqual([]);
  }, 60_000);

  it('is gone to the last trace, however often the worker is killed meanwhile', async () => {
    words.length = 0;
    const email = word('zqkilled@example.com');
    const ids = [];
    for (let at = 0; at < 6; at++) ids.push(await committed([everything({ email }), other(10 + at)]));
    const { id } = await customerByEmail(store, email);
    await killWorker(worker!);
    expect(await eraseCustomer(store, id)).toBe(true);
    expect((await store.findErasure(id))?.finishedAt).toBeNull();
    for (let ms = 150; ms < 600; ms += 50) {
      worker = startWorker(dataDir, { DATABASE_URL: url ?? '' });
      await sleep(ms);
      await killWorker(worker);
    }
    worker = startWorker(dataDir, { DATABASE_URL: url ?? '' });
    await expect.poll(async () => (await store.findErasure(id))?.finishedAt, { timeout: 40_000 }).toBeTruthy();
    expect(await find()).toEqual([]);
    for (const each of ids)
      expect((await rowsOf(store, each)).map(({ outcome }) => outcome?.reason)).toEqual(['erased', null]);
  }, 90_000);

  async function report(id: number): Promise<string> {
    let text = '';
    for await (const part of reportCsv(store, await importOf(store, id), 'all', { clear: true })) text += part;
    return text;
  }

  /** Where the words stand, once all writers have let go. */
  async function find(): Promise<unknown[]> {
    return url ? foundInTables(url, words) : foundInFiles(dataDir, words);
  }

  const otherRows = async (imports: number[]): Promise<unknown> =>
    Promise.all(
      imports.map(async (id) =>
        (await rowsOf(store, id)).slice(1).map(({ cells, plan, outcome }) => ({ cells, plan, outcome })),
      ),
    );
});
