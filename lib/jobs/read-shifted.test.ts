import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewRows } from '../contracts/view-rows';
import { newFile } from '../files';
import { editRow } from '../review/edit-row';
import { checkAll, contextOf, filesIn, importOf, jobOf, keepFile, newImport, rowsOf } from '../testing/sheet';
import { testVault, withStore } from '../testing/test-store';
import { runJob } from './run-job';

const store = withStore();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Reads and checks a file. */
async function read(lines: string[]): Promise<number> {
  const file = newFile(testVault);
  const text = `${lines.join('\n')}\n`;
  await keepFile(folder, file, text);
  const id = await store().createImport(newImport({ ...file, fileSize: text.length, pauseAtMapping: false }));
  await runJob(contextOf(store(), { files: filesIn(folder) }), jobOf('read', id, 1));
  await checkAll(store(), id);
  return id;
}

it('a row that lacks cells, so that the number stands in another column, is closed until it is looked at', async () => {
  const lines = [
    'email,first name,SSN',
    'a@x.nl,Ann,312-44-5566',
    'c@x.nl,420-44-6946',
    'd@x.nl,420446947',
    '420-44-6948',
    'e@x.nl,Eve',
  ];
  const id = await read(lines);
  expect(await stored(id)).not.toMatch(/420-?44-?694/);
  const rows = await rowsOf(store(), id);
  expect(rows.map(({ plan }) => plan.state)).toEqual(['ok', 'error', 'error', 'error', 'warning']);
  expect(rows[1]!.issues.map(({ code }) => code)).toEqual(['row_shifted']);
  // Who types something else does not open the number.
  expect(await cellsOf(id, 4)).toEqual(['•••• l', '•••• 6947']);
  await editRow(store(), id, 3, { values: { ssn: '861-30-0001' } });
  await editRow(store(), id, 4, { values: { ssn: '861-30-0002' } });
  // What stands beside it is shown to who corrects it.
  expect(await cellsOf(id, 4)).toEqual(['d@x.nl', '•••• 6947', '•••• 0002']);
  const [, typed, other] = await rowsOf(store(), id);
  for (const row of [typed, other]) {
    expect(row!.plan.state).toBe('error');
    expect(row!.issues.map(({ code, field }) => [code, field])).toContainEqual(['row_shifted', 'firstName']);
  }
  expect(await stored(id)).not.toMatch(/420-?44-?694/);
  // Looked at: it is taken as it stands then.
  await editRow(store(), id, 3, { values: { firstName: 'Cas', ssn: '420-44-6946' } });
  const [, edited] = await rowsOf(store(), id);
  expect(edited!.plan.values).toMatchObject({ email: 'c@x.nl', firstName: 'Cas' });
  expect([edited!.plan.state, edited!.issues.map(({ code }) => code)]).toEqual(['warning', ['row_as_edited']]);
});

it.each([
  ['behind its own column', 'email,SSN,city,note', 'a@x.nl,312-44-5566,Gent,x', 'b@x.nl,,420446941'],
  ['behind a protected first column', 'SSN,email,name', '312-44-5566,a@x.nl,Ann', 'b@x.nl,420446942'],
  [
    'before its own column and a cell too many',
    'email,SSN,city',
    'a@x.nl,312-44-5566,Gent',
    '420446945,b@x.nl,extra,x',
  ],
  ['beside one where it belongs', 'email,SSN,city,note', 'a@x.nl,,Gent,x', 'b@x.nl,420446943,420446944'],
])('so is one with a number %s', async (_, ...lines) => {
  const id = await read(lines);
  expect(await stored(id)).not.toMatch(/42044694/);
  expect((await rowsOf(store(), id)).map(({ plan }) => plan.state)).toEqual(['ok', 'error']);
});

it('rows that lack cells are taken as they are where numbers of nine digits are at home, as phones are', async () => {
  const id = await read(['email,phone,SSN,city', 'a@x.nl,601234567,312-44-5566,Gent', 'b@x.nl,601234568,312-44-5567']);
  expect((await rowsOf(store(), id)).map(({ plan }) => plan.state)).not.toContain('error');
});

const cellsOf = async (id: number, row: number) =>
  (await viewRows(store(), id, {})).rows.find((each) => each.row === row)!.cells;

/** Everything that is stored of an import, as text. */
const stored = async (id: number) => JSON.stringify([await importOf(store(), id), await rowsOf(store(), id)]);
