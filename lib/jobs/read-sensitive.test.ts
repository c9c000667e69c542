import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewImport } from '../contracts/view-import';
import { newFile } from '../files';
import { RefusedWhileReading } from '../intake/refusal';
import { safeFileName } from '../intake/safe-file-name';
import { putMapping } from '../map/put-mapping';
import type { IntakeOptions } from '../mapping';
import { isReadFirst, readAnew } from '../review/read-anew';
import type { Store } from '../store';
import { checkAll, contextOf, filesIn, importOf, jobOf, keepFile, newImport, rowsOf } from '../testing/sheet';
import { testVault, withStore } from '../testing/test-store';
import { runJob } from './run-job';

const store = withStore();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string, pauseAtMapping: boolean, intake: IntakeOptions = {}): Promise<number> {
  const file = newFile(testVault);
  await keepFile(folder, file, text);
  const id = await store().createImport(newImport({ ...file, fileSize: text.length, pauseAtMapping, intake }));
  await runJob(contextOf(store(), { files: filesIn(folder) }), jobOf('read', id, 1));
  return id;
}

it('the name of a person is no name of a protected column', async () => {
  const id = await read('Email,First name,Last name\na@acme.nl,Nino,Rossi\nb@acme.nl,Bo,Nie\n', true);
  const { facts, mapping } = await importOf(store(), id);
  expect(facts!.sealed).toBeUndefined();
  expect(mapping!.columns.map(({ field }) => field)).toEqual(['email', 'firstName', 'lastName']);
  expect((await putMapping(store(), id, mapping!)).status).toBe('checking');
});

it('a column that is protected for nothing does not stop the import', async () => {
  const id = await read('Email,Nino\na@acme.nl,Rossi\n', false);
  const { state, facts } = await importOf(store(), id);
  expect([state, facts!.sealed]).toEqual(['checking', [1]]);
});

it('what has the form of a social security number is sealed before it is written, whatever its header', async () => {
  const id = await read('Email,Phone\na@acme.nl,123-45-6789\nb@acme.nl,987-65-4321\n', false);
  const { state, facts, mapping, profiles } = await importOf(store(), id);
  expect([state, facts!.sealed, mapping!.columns[1]!.field]).toEqual(['checking', [1], 'ssn']);
  expect(JSON.stringify([facts, profiles, await rowsOf(store(), id)])).not.toMatch(/123-45-6789|987-65-4321/);
});

it('what has that form only further down is suggested for nothing that is sealed', async () => {
  const blank = 'a@acme.nl,,x\n'.repeat(60);
  const id = await read(`Email,,City\n${blank}a@acme.nl,123-45-6789,x\n`, true);
  const { facts, mapping } = await importOf(store(), id);
  expect([facts!.sealed, mapping!.columns[1]!.field]).toEqual([undefined, null]);
});

/** Everything that is stored of an import, as text. */
const stored = async (id: number) => JSON.stringify([await importOf(store(), id), await rowsOf(store(), id)]);

async function again(id: number): Promise<void> {
  const { generation } = await importOf(store(), id);
  await runJob(contextOf(store(), { files: filesIn(folder) }), jobOf('read', id, generation));
}

const others: IntakeOptions[] = [
  { delimiter: ';', headerRow: 0 },
  { delimiter: '\t', headerRow: 2 },
  { delimiter: '|', headerRow: 5 },
  { delimiter: ',', headerRow: 0 },
  { encoding: 'windows-1252', headerRow: 0 },
  { encoding: 'utf-16le', headerRow: 0 },
];

it.each(['header', 'person'])(
  'a column that its %s protected opens in no other reading, nor in the one after it',
  async (by) => {
    const header = by === 'header' ? 'SSN' : 'Foo';
    const id = await read(`Email,First name,${header}\na@acme.nl,Jane,861313130\nb@acme.nl,Bob,861313131\n`, true);
    const { mapping } = await importOf(store(), id);
    const columns = mapping!.columns.map((column) => (column.index === 2 ? { index: 2, field: 'ssn' } : column));
    expect((await putMapping(store(), id, { ...mapping!, columns })).status).toBe('checking');
    if (by === 'person') await again(id);
    expect(await stored(id)).not.toContain('86131313');
    for (const intake of others) {
      expect(await readAnew(store(), await importOf(store(), id), intake)).toBe(true);
      // What was found before says until then what is protected, also where two ask at the same time.
      expect(await readAnew(store(), await importOf(store(), id), intake)).toBe(true);
      await again(id);
      expect(await stored(id), JSON.stringify(intake)).not.toContain('86131313');
    }
    await readAnew(store(), await importOf(store(), id), {});
    await again(id);
    const { facts } = await importOf(store(), id);
    expect([facts!.sealed, facts!.headers]).toEqual([[2], ['Email', 'First name', header]]);
    expect(await stored(id)).not.toContain('86131313');
  },
);

it('a separator that was wrong is put right: what is left sealed is the column of the number', async () => {
  const text = 'Email;First name;SSN\na@acme.nl;Jane;861313130\nb@acme.nl;Bob;861313131\n';
  const id = await read(text, true, { delimiter: ',' });
  expect((await importOf(store(), id)).facts!.sealed).toEqual([0]);
  await readAnew(store(), await importOf(store(), id), { delimiter: ';' });
  await again(id);
  const { facts, mapping } = await importOf(store(), id);
  expect([facts!.sealed, mapping!.columns.map(({ field }) => field)]).toEqual([[2], ['email', 'firstName', 'ssn']]);
  expect(await stored(id)).not.toContain('86131313');
});

it.each(['791-34-5678', 'SSN 791-34-5678'])(
  'a number in the row that is chosen for the header is kept nowhere: %s',
  async (value) => {
    const id = await read(`jane@x.com,Jane,${value}\nbob@x.com,Bob,792-34-5678\n`, true, { headerRow: 1 });
    const { facts, profiles } = await importOf(store(), id);
    expect([facts!.headers[2], profiles[2]!.header, facts!.sealed]).toEqual(['', '', [2]]);
    expect(await stored(id)).not.toMatch(/79[12]-34-5678/);
  },
);

it('a number in the header of a column that a person maps is gone at once', async () => {
  const id = await read('jane@x.com,861313130\nbob@x.com,861313131\n', true, { headerRow: 1 });
  const columns = [
    { index: 0, field: 'email' },
    { index: 1, field: 'ssn' },
  ];
  const { mapping } = await importOf(store(), id);
  expect((await putMapping(store(), id, { ...mapping!, columns, matchKey: 'email' })).status).toBe('checking');
  expect(JSON.stringify(await importOf(store(), id))).not.toContain('86131313');
  await again(id);
  expect(await stored(id)).not.toContain('86131313');
});

it('what a reading protected stays so when that is refused before its end; until then no other may be asked for', async () => {
  const text = 'Email,SSN\na@acme.nl,861313130\n';
  const file = newFile(testVault);
  await keepFile(folder, file, text);
  const id = await store().createImport(newImport({ ...file, fileSize: text.length }));
  expect(isReadFirst(await importOf(store(), id))).toBe(true);
  const refusing: Store = { ...store(), stageRows: async () => Promise.reject(new RefusedWhileReading('too many')) };
  await runJob(contextOf(refusing, { files: filesIn(folder) }), jobOf('read', id, 1));
  const record = await importOf(store(), id);
  expect([record.state, isReadFirst(record)]).toEqual(['failed', false]);
  await readAnew(store(), record, { delimiter: ';', headerRow: 0 });
  await again(id);
  expect(await stored(id)).not.toContain('861313130');
});

it('the hash of a file with a protected column is told in no other reading either', async () => {
  const id = await read('Email,SSN\na@acme.nl,861313130\n', true);
  const { facts } = await importOf(store(), id);
  await store().changeImport(id, ['mapping'], { facts: { ...facts!, sealed: undefined } });
  expect((await viewImport(store(), id))!.file.sha256).toBe('');
});

it('a list of attributes that states such a number is sealed wherever it stands, and its row fails', async () => {
  const list = (name: string, value: string) =>
    JSON.stringify([{ class: '', name, type: 'text', value }]).replaceAll('"', '""');
  const [number, guess] = ['641-12-2964', '777 12 2964'];
  const lines = [`a@acme.nl,"${list('SSN', number)}",x`, `b@acme.nl,"${list('SIZE', 'L')}","${list('SSN', guess)}"`];
  const id = await read(`Email,attributes,Remark\n${lines.join('\n')}\n`, false);
  await checkAll(store(), id);
  const [first, second] = await rowsOf(store(), id);
  expect([first!.plan.state, first!.issues.map(({ code }) => code)]).toEqual(['error', ['sensitive_attribute']]);
  expect([second!.plan.state, second!.plan.values.attributes]).toEqual(['ok', expect.stringContaining('SIZE')]);
  expect(await stored(id)).not.toMatch(/641-12-2964|777 12 2964/);
  expect((await viewImport(store(), id))!.file.sha256).toBe('');
  const broken = [
    `[{'name':'ssn','value':'${number}'}`,
    `{""ssn"": ""${guess}""}`,
    `[{""NAME"":""SSN"",""value"":""${number}""},]`,
  ];
  const mistaken = await read(
    `Email,attributes\n${broken.map((cell, at) => `c${at}@acme.nl,"${cell}"`).join('\n')}\n`,
    false,
  );
  expect(await stored(mistaken)).not.toMatch(/641-12-2964|777 12 2964/);
  const headers = await read(`Email,"${list('SSN', number)}"\na@acme.nl,x\n`, true);
  expect(await stored(headers)).not.toContain(number);
});

it('a number in a title line, or in the name of a file, is kept nowhere in clear', async () => {
  const id = await read('Payroll of 641-12-2964,,\nEmail,First name,Last name\na@acme.nl,Jane,Doe\n', true, {
    headerRow: 2,
  });
  expect((await importOf(store(), id)).facts!.headers).toEqual(['Email', 'First name', 'Last name']);
  expect(await stored(id)).not.toContain('641-12-2964');
  expect((await viewImport(store(), id))!.file.sha256).toBe('');
  const plain = await read('Title SSN: 533427153,,\nEmail,First name,Last name\na@acme.nl,Jane,Doe\n', true, {
    headerRow: 2,
  });
  expect(await stored(plain)).not.toContain('533427153');
  expect(safeFileName('ssn_541_40_7161 and SSN 539487159.csv')).toBe('ssn_xxx-xx-7161 and SSN xxx-xx-7159.csv');
  expect(safeFileName('person 231-44-3636 of 2026-11-23.csv')).toBe('person xxx-xx-3636 of 2026-11-23.csv');
});
