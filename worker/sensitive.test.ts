import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore } from '../db/open-store';
import { uploadsFolder } from '../files/open-files';
import type { Role } from '../lib/auth/permissions';
import { revealField } from '../lib/contracts/reveal-field';
import { listCustomers, viewChanges, viewCustomer } from '../lib/contracts/view-customer';
import { viewImport, viewIntake } from '../lib/contracts/view-import';
import { viewRows } from '../lib/contracts/view-rows';
import { newFile } from '../lib/files';
import { buildWorkbook, textRow } from '../lib/intake/testing/build-workbook';
import { putMapping } from '../lib/map/put-mapping';
import { reportCsv } from '../lib/report/report-csv';
import { editCustomer } from '../lib/review/edit-customer';
import { editRow } from '../lib/review/edit-row';
import { lostByReading, readAnew } from '../lib/review/read-anew';
import type { ImportState } from '../lib/steps';
import type { Store } from '../lib/store';
import { asking } from '../lib/testing/accounts';
import { customerByEmail } from '../lib/testing/customers';
import { dropDatabase, makeDatabase } from '../lib/testing/postgres';
import { foundInFiles, foundInTables } from '../lib/testing/search-bytes';
import { filesIn, importOf, keepFile, mappingOf, newImport, rowsOf, submitNow } from '../lib/testing/sheet';
import { dropDataDir, makeDataDir, testVault } from '../lib/testing/test-store';
import { killWorker, startWorker } from '../lib/testing/worker-process';

/** Numbers that stand nowhere by chance, each used once. */
let given = 0;
const used: string[] = [];
function ssn(): string {
  const digits = String(271_828_180 + ++given * 7_919);
  used.push(digits);
  return digits;
}

describe.each(['SQLite', 'PostgreSQL'])('a known number on %s', (engine) => {
  let dataDir: string;
  let url: string | undefined;
  let store: Store;
  let log: number;
  let worker: ReturnType<typeof startWorker>;

  beforeAll(async () => {
    dataDir = makeDataDir();
    url = engine === 'PostgreSQL' ? await makeDatabase() : undefined;
    store = openStore(dataDir, inject('dist'), testVault, url);
    log = openSync(join(dataDir, 'worker.log'), 'a');
    worker = startWorker(dataDir, { LOG_LEVEL: 'debug', DATABASE_URL: url ?? '' }, log);
  });
  afterAll(async () => {
    await killWorker(worker);
    closeSync(log);
    await store.close();
    dropDataDir(dataDir);
    if (url) await dropDatabase(url);
  });

  const files = () => filesIn(uploadsFolder(dataDir));
  /** Where the numbers stand in clear, in anything that outlives the processes. */
  const inClear = async (texts = used) => [
    ...foundInFiles(dataDir, texts),
    ...(url ? await foundInTables(url, texts) : []),
  ];

  async function until(id: number, state: ImportState): Promise<void> {
    for (let tries = 0; (await importOf(store, id)).state !== state; tries++) {
      if (tries > 400) throw new Error(`Import ${id} is ${(await importOf(store, id)).state}, not ${state}.`);
      await sleep(25);
    }
  }

  async function upload(fileName: string, content: string | Buffer, until: 'mapping' | 'review') {
    const file = newFile(testVault);
    await keepFile(uploadsFolder(dataDir), file, content);
    const fileSize = content.length;
    return store.createImport(newImport({ ...file, fileName, fileSize, pauseAtMapping: until === 'mapping' }));
  }

  async function shown(id: number): Promise<string> {
    const views = [await viewImport(store, id), await viewIntake(store, id), await viewRows(store, id, { limit: 500 })];
    return JSON.stringify(views);
  }

  async function reports(id: number, clear: boolean): Promise<string> {
    let text = '';
    for (const which of ['all', 'failed'] as const) {
      for await (const part of reportCsv(store, await importOf(store, id), which, { clear })) text += part;
    }
    return text;
  }

  it('in a column that is suggested is never stored or told in clear, from the upload to the report', async () => {
    const [one, two, failed, typed, long, broken] = [ssn(), ssn(), ssn(), ssn(), ssn(), ssn()];
    const id = await upload(
      'staff.csv',
      [
        'email,SSN,city',
        `one-${engine}@example.com,${one},Gent`,
        `two-${engine}@example.com,  ${two} ,Gent`,
        `no address,${failed},Gent`,
        `long-${engine}@example.com,Smith,${long},Gent`,
        `"broken"-${engine}@example.com,"x ${broken},Gent`,
        '',
      ].join('\r\n'),
      'mapping',
    );
    await until(id, 'mapping');
    expect(await inClear()).toEqual([]);
    const view = (await viewImport(store, id))!;
    expect(view.columns.map((column) => [column.field, column.protected])).toEqual([
      ['email', false],
      ['ssn', true],
      ['billing.city', false],
    ]);
    expect(view.columns[1]!.samples[0]).toBe(`•••• ${one!.slice(-4)}`);
    const mapping = (await importOf(store, id)).mapping!;
    expect((await putMapping(store, id, mapping)).status).toBe('checking');
    await until(id, 'review');
    const was = { ssn: `•••• ${one!.slice(-4)}` };
    // Nothing that an answer says tells the right number from a guess with the same last digits.
    const guess = `${one![0] === '9' ? '8' : '9'}${one!.slice(1)}`;
    const saying = async (text: string, seen: string) => {
      const edited = await editRow(store, id, 2, { values: { ssn: text }, was: { ssn: seen } });
      const { rows } = await viewRows(store, id, {});
      return [edited.status, rows[0]!.edited, rows[0]!.cells];
    };
    for (const tries of [(text: string) => saying(typed!, text), (text: string) => saying(text, was.ssn)]) {
      const right = await tries(one!);
      await editRow(store, id, 2, { values: { ssn: was.ssn } });
      expect(await tries(guess)).toEqual(right);
      expect(right[0]).toBe('saved');
      await editRow(store, id, 2, { values: { ssn: was.ssn } });
    }
    // What looks masked, and was typed, is known by who typed it.
    await editRow(store, id, 2, { values: { ssn: 'XXX-XX-6789' } });
    expect((await saying(was.ssn, 'XXX-XX-6789'))[0]).toBe('saved');
    expect(await editRow(store, id, 2, { values: { ssn: typed! }, was })).toMatchObject({ status: 'saved' });
    expect(await editRow(store, id, 2, { values: { ssn: '1' }, was })).toEqual({
      status: 'differs',
      current: { ssn: `•••• ${typed!.slice(-4)}` },
    });
    expect(await shown(id)).toContain(`•••• ${typed!.slice(-4)}`);
    await submitNow(store, id);
    await until(id, 'committed');

    expect(await inClear()).toEqual([]);
    const told = (await shown(id)) + (await reports(id, false));
    expect(used.filter((text) => told.includes(text))).toEqual([]);
    const clear = await reports(id, true);
    for (const text of [two, failed, typed, long, broken]) expect(clear).toContain(text);
    const customer = await customerByEmail(store, `one-${engine}@example.com`);
    expect(testVault.open(String(customer.values.ssn))).toBe(typed);
    expect((await rowsOf(store, id)).map(({ outcome }) => outcome?.outcome)).toEqual([
      ...['created', 'created', 'failed', 'failed', 'failed'],
    ]);
  });

  it('in a workbook is treated alike', async () => {
    const number = ssn();
    const sheet = textRow(1, 'Email', 'Burgerservicenummer') + textRow(2, `book-${engine}@example.com`, number);
    const id = await upload('staff.xlsx', await buildWorkbook(sheet), 'review');
    await until(id, 'review');
    await submitNow(store, id);
    await until(id, 'committed');
    expect(await inClear()).toEqual([]);
    const customer = await customerByEmail(store, `book-${engine}@example.com`);
    expect(testVault.open(String(customer.values.ssn))).toBe(number);
  });

  it('in a column that is mapped only later is gone from wherever it was, edits are kept, and the check goes on', async () => {
    const [one, two, typed, note] = [ssn(), ssn(), ssn(), ssn()];
    const rows = [`a-${engine}@example.com,${one},x`, `b-${engine}@example.com,${two},x`];
    const id = await upload('codes.csv', `email,Code,Remark\n${rows.join('\n')}\n`, 'review');
    await until(id, 'review');
    const fields = (code: string | null) => mappingOf({ fields: ['email', code, 'company'] });
    await putMapping(store, id, fields('name'));
    await until(id, 'review');
    await editRow(store, id, 2, { values: { name: typed! } });
    await editRow(store, id, 3, { values: { company: 'kept' } });
    // So far nobody could know; else what follows would prove nothing.
    const before = await inClear([one!, two!, typed!]);
    expect(before.some((found) => found.startsWith(one!))).toBe(true);
    expect(before.some((found) => found.startsWith(typed!))).toBe(true);

    expect((await putMapping(store, id, fields('ssn'))).status).toBe('checking');
    await until(id, 'review');
    expect(await inClear()).toEqual([]);
    expect((await viewImport(store, id))!.columns[1]).toMatchObject({ field: 'ssn', protected: true });
    const cells = (await viewRows(store, id, {})).rows.map((row) => row.cells);
    expect(cells).toEqual([
      [`a-${engine}@example.com`, `•••• ${typed!.slice(-4)}`, 'x'],
      [`b-${engine}@example.com`, `•••• ${two!.slice(-4)}`, 'kept'],
    ]);

    // Unmapped again it stays sealed, and can feed nothing else.
    expect((await putMapping(store, id, fields(null))).status).toBe('checking');
    await until(id, 'review');
    expect((await viewImport(store, id))!.columns[1]).toMatchObject({ field: null, protected: true });
    expect(await putMapping(store, id, fields('name'))).toMatchObject({
      problems: [expect.stringContaining('Column B (Code) is protected, so it can only feed Social security number.')],
    });
    const lost = await lostByReading(store, files(), await importOf(store, id), { delimiter: ';' });
    expect(lost[0]).toMatchObject({ row: 2, text: `•••• ${typed!.slice(-4)}` });
    await putMapping(store, id, fields('ssn'));
    await until(id, 'review');
    await editRow(store, id, 3, { values: { ssn: note! } });
    await submitNow(store, id);
    await until(id, 'committed');
    expect(await inClear()).toEqual([]);
  });

  it('in a column that is protected stays so when the file is read anew, in whatever way, and in the header', async () => {
    const [one, two, head] = [ssn(), ssn(), ssn()];
    const dashed = `${head.slice(0, 3)}-${head.slice(3, 5)}-${head.slice(5)}`;
    used.push(dashed);
    const id = await upload(
      'anew.csv',
      `Email,SSN\nx-${engine}@example.com,${one}\ny-${engine}@example.com,${two}\n`,
      'mapping',
    );
    await until(id, 'mapping');
    for (const intake of [{ delimiter: ';', headerRow: 0 }, { encoding: 'utf-16le' }, { headerRow: 2 }, {}] as const) {
      await readAnew(store, await importOf(store, id), intake);
      await until(id, 'mapping');
      expect(await inClear()).toEqual([]);
      const told = await shown(id);
      expect(used.filter((text) => told.includes(text))).toEqual([]);
    }
    expect((await importOf(store, id)).facts!.sealed).toEqual([1]);
    const headed = await upload('head.csv', `a-${engine}@example.com,${dashed}\nb-${engine}@example.com,\n`, 'mapping');
    await until(headed, 'mapping');
    await readAnew(store, await importOf(store, headed), { headerRow: 1 });
    await until(headed, 'mapping');
    expect(await inClear()).toEqual([]);
    expect(await shown(headed)).not.toContain(dashed);
  });

  it('of a customer is compared, changed, found as a whole, and shown to nobody without being asked for', async () => {
    const [first, next, hand] = [ssn(), ssn(), ssn()];
    const email = `change-${engine}@example.com`;
    const grouped = (text: string) => `${text.slice(0, 3)}-${text.slice(3, 5)}-${text.slice(5)}`;
    for (const [number, disposition] of [
      [first!, 'create'],
      [first!, 'unchanged'],
      [next!, 'update'],
    ]) {
      const id = await upload('staff.csv', `email,ssn\n${email},${grouped(number!)}\n`, 'review');
      used.push(grouped(number!));
      await until(id, 'review');
      expect((await rowsOf(store, id))[0]!.plan.disposition).toBe(disposition);
      await submitNow(store, id);
      await until(id, 'committed');
    }
    const { id, version } = await customerByEmail(store, email);
    expect(await editCustomer(store, id, version, { ssn: `•••• ${next!.slice(-4)}` })).toEqual({ status: 'unchanged' });
    expect(await editCustomer(store, id, version, { ssn: '•••• 1111' })).toEqual({
      status: 'refused',
      errors: { ssn: expect.stringContaining('Enter the whole number') },
    });
    expect(await editCustomer(store, id, version, { ssn: hand! })).toEqual({ status: 'saved' });
    const history = (await viewChanges(store, id)).map(({ patch }) => patch.ssn);
    expect(history.slice(0, 2)).toEqual([
      [`•••• ${next!.slice(-4)}`, `•••• ${hand!.slice(-4)}`],
      [`•••• ${first!.slice(-4)}`, `•••• ${next!.slice(-4)}`],
    ]);
    expect((await viewCustomer(store, id))!.ssn).toBe(`•••• ${hand!.slice(-4)}`);
    const found = async (q: string, role: Role = 'administrator') =>
      (await listCustomers(store, { q }, asking(role))).customers.map((customer) => customer.id);
    expect(await found(hand!)).toEqual([id]);
    // Who may not see it cannot guess it either.
    for (const role of ['viewer', 'editor'] as const) expect(await found(hand!, role)).toEqual([]);
    expect(await found(` ${grouped(hand!)} `)).toEqual([id]);
    for (const part of [hand!.slice(-4), hand!.slice(0, 8), next!, `•••• ${hand!.slice(-4)}`]) {
      expect(await found(part)).toEqual([]);
    }

    const by = { actorKind: 'person', actorId: 'p1', actorName: 'Ann', address: '::1' } as const;
    expect(await revealField(store, id, 'ssn', by)).toEqual({ field: 'ssn', value: hand });
    expect(await revealField(store, id, 'email', by)).toBeNull();
    expect(await revealField(store, 4_711, 'ssn', by)).toBeNull();
    const [entry, ...more] = await store.readAudit({ action: 'value_revealed', limit: 9 });
    expect(entry).toMatchObject({ ...by, objectId: String(id), details: { field: 'ssn' } });
    expect(more).toEqual([]);
    expect(await inClear()).toEqual([]);
  });

  it('that is masked is an error, and never takes the place of the real one', async () => {
    const rows = ['•••• 6789', 'XXX-XX-6789', '***6789'].map((text, at) => `m${at}-${engine}@example.com,${text}`);
    const id = await upload('masked.csv', `email,ssn\n${rows.join('\n')}\n`, 'review');
    await until(id, 'review');
    const codes = (await rowsOf(store, id)).map(({ issues }) => issues.map(({ code }) => code));
    expect(codes).toEqual([['masked_value'], ['masked_value'], ['masked_value']]);
  });
});
