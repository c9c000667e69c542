import { describe, expect, it } from 'vitest';
import { eraseCustomer } from '../erase/erase-customer';
import { editRow } from '../review/edit-row';
import { customerByEmail } from '../testing/customers';
import {
  checkAll,
  commit,
  contextOf,
  importOf,
  jobOf,
  newImport,
  review,
  rowsOf,
  type Sheet,
  stage,
  submitNow,
} from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { runJob } from './run-job';

const store = withStore();
const fields = ['email', 'debtorId', 'sourceSystemId', 'firstName'];
const mapping = { sourceSystem: 'erp' };
const sheet = (rows: string[][], more: Partial<Sheet['mapping']> = {}): Sheet => ({
  fields,
  rows,
  mapping: { ...mapping, ...more },
});
const erase = () => runJob(contextOf(store()), jobOf('erase', 0, 0));
const firstNames = async (id: number) => (await rowsOf(store(), id)).map(({ cells }) => cells[3] ?? null);

async function customer(name: string, more: string[] = []): Promise<number> {
  await commit(store(), sheet([[`${name}@example.com`, ...more, ...['', '', ''].slice(more.length)]]));
  return (await customerByEmail(store(), `${name}@example.com`)).id;
}

it('an import that is being checked is waited for, and looked through then', async () => {
  const id = await customer('waits');
  const checking = await stage(
    store(),
    sheet([
      ['waits@example.com', '', '', 'Ann'],
      ['b@example.com', '', '', 'Bob'],
    ]),
  );
  await eraseCustomer(store(), id);
  expect(await erase()).toBe('again');
  expect((await store().findErasure(id))?.finishedAt).toBeNull();
  await checkAll(store(), checking);
  expect(await erase()).toBe('done');
  expect((await store().findErasure(id))?.finishedAt).toBeTruthy();
  expect(await firstNames(checking)).toEqual([null, 'Bob']);
});

it('an import that came later is not looked through', async () => {
  const id = await customer('again');
  await eraseCustomer(store(), id);
  const later = await review(store(), sheet([['again@example.com', '', '', 'Ann']]));
  expect(await erase()).toBe('done');
  expect(await firstNames(later)).toEqual(['Ann']);
});

describe('a row is about the customer', () => {
  it.each([
    ['by its email, however it is written', ['  EMAIL@Example.com ', '', '', 'Ann']],
    ['by an email among others', ['x@example.com', '', '', 'Ann <email@example.com>, b@example.com']],
    ['by its debtor id, with other signs', ['x@example.com', '0077001', '', 'Ann']],
    ['by its source', ['x@example.com', '', 'S-"77"', 'Ann']],
    ['by its debtor id in a column that may yet become that one', ['x@example.com', '', '77001', 'Ann']],
  ])('%s', async (_, row) => {
    const id = await customer('email', ['77001', 'S-"77"']);
    const open = await review(store(), sheet([row, ['b@example.com', '', '', 'Bob']]));
    await eraseCustomer(store(), id);
    await erase();
    expect(await firstNames(open)).toEqual([null, 'Bob']);
  });

  it.each([
    ['an email that only ends like it', ['my.email@example.com', '', '', 'Ann']],
    ['its number in a column that is no key', ['x@example.com', '', '', '88001']],
    ['a short code of another column', ['x@example.com', '', '', 'S-88']],
    ['its source id from another system', ['x@example.com', '', 'S-88', 'Ann'], { sourceSystem: 'crm' }],
  ])('but not by %s', async (_, row, more: { sourceSystem: string } | undefined = undefined) => {
    const id = await customer('email', ['88001', 'S-88']);
    const open = await review(store(), sheet([row], more));
    await eraseCustomer(store(), id);
    await erase();
    expect(await firstNames(open)).toEqual([row[3]]);
  });

  it.each<[string, Sheet]>([
    [
      'by a source whose system nobody has named yet',
      { fields: ['sourceSystemId', 'firstName'], rows: [['S-9', 'Ann']], mapping: { sourceSystem: null } },
    ],
    ['by a number in a column that feeds nothing yet', { fields: [null, 'firstName'], rows: [['093001', 'Ann']] }],
    ['by a code in a column that feeds nothing yet', { fields: [null, 'firstName'], rows: [['SOURCE-9', 'Ann']] }],
  ])('while the import may still be mapped: %s', async (_, of) => {
    const id = await customer('mapped', ['93001', 'S-9']);
    await commit(store(), sheet([['mapped@example.com', '', 'SOURCE-9', '']]));
    const open = await review(store(), of);
    const done = await commit(store(), { ...of, rows: of.rows.map(([key]) => [key!, 'Eve']) });
    await eraseCustomer(store(), id);
    await erase();
    expect((await rowsOf(store(), open)).map(({ cells }) => cells)).toEqual([[]]);
    // What was done by then stays as it was: there it is a number like any other.
    expect((await rowsOf(store(), done))[0]!.cells[1]).toBe('Eve');
    const { mapping: last } = await importOf(store(), open);
    await store().moveImport(open, ['review'], 'checking', { changes: { mapping: last }, restart: true });
    await checkAll(store(), open);
    expect((await rowsOf(store(), open))[0]!.plan.message).toBe('erased');
  });

  it('by what was typed beyond the end of a short row', async () => {
    const id = await customer('short', ['66001']);
    const open = await review(store(), sheet([['x@example.com'], ['b@example.com', '', '', 'Bob']]));
    await editRow(store(), open, 2, { values: { debtorId: '66001' } });
    await eraseCustomer(store(), id);
    await erase();
    expect((await rowsOf(store(), open)).map(({ cells, edits }) => [cells[0] ?? null, edits])).toEqual([
      [null, {}],
      ['b@example.com', {}],
    ]);
  });

  it('by what it was known by before', async () => {
    const id = await customer('before', ['99001']);
    await commit(store(), sheet([['after@example.com', '99001', '', '']], { matchKey: 'debtorId' }));
    const open = await review(store(), sheet([['before@example.com', '', '', 'Ann']]));
    await eraseCustomer(store(), id);
    await erase();
    expect(await firstNames(open)).toEqual([null]);
  });
});

it('a row that is erased is left out of the commit, is said to be, and can be taken in again only with new content', async () => {
  const id = await customer('left');
  const open = await review(
    store(),
    sheet([
      ['left@example.com', '', '', 'Ann'],
      ['stays@example.com', '', '', 'Bob'],
    ]),
  );
  const { revision } = await importOf(store(), open);
  await eraseCustomer(store(), id);
  await erase();
  expect((await importOf(store(), open)).revision).toBeGreaterThan(revision);
  expect((await rowsOf(store(), open))[0]).toMatchObject({
    cells: [],
    excluded: true,
    plan: { state: 'excluded', message: 'erased' },
  });
  await editRow(store(), open, 2, { excluded: false });
  expect((await rowsOf(store(), open))[0]!.plan.state).toBe('error');
  await editRow(store(), open, 2, { excluded: true });
  expect((await submitNow(store(), open)).status).toBe('committed');
  expect(await store().readCustomer(id)).toBeNull();
});

it('names of files that name the customer are replaced, in lists, in history and in what was said; others stay', async () => {
  const id = await customer('called');
  const named = await store().createImport(newImport({ fileName: 'Called@Example.com (2).XLSX' }));
  const error = 'Called@Example.com (2).XLSX is damaged.';
  await store().moveImport(named, ['reading'], 'failed', { changes: { error, finishedAt: Date.now() } });
  const other = await store().createImport(newImport({ fileName: 'called.csv' }));
  await store().moveImport(other, ['reading'], 'cancelled');
  await eraseCustomer(store(), id);
  expect(await erase()).toBe('done');
  expect(await importOf(store(), named)).toMatchObject({ fileName: 'erased.xlsx', error: 'erased.xlsx is damaged.' });
  expect((await importOf(store(), other)).fileName).toBe('called.csv');
  expect(await store().listImports({ q: 'called@', limit: 50 })).toEqual([]);
  expect((await store().listImports({ q: 'erased', limit: 50 })).map((record) => record.id)).toEqual([named]);
});

it('the file of an import that names the customer is not kept, and cannot be read anew; others are', async () => {
  const id = await customer('file');
  const [named, other] = [
    await review(store(), sheet([['file@example.com', '', '', 'Ann']])),
    await review(store(), sheet([['somebody@example.com', '', '', 'Bob']])),
  ];
  await eraseCustomer(store(), id);
  await erase();
  expect((await importOf(store(), named)).fileRemovedAt).toBeTruthy();
  expect((await importOf(store(), other)).fileRemovedAt).toBeNull();
  expect(await store().moveImport(named, ['review'], 'reading', { restart: true })).toBe(false);
  expect(await store().moveImport(other, ['review'], 'reading', { restart: true })).toBe(true);
});
