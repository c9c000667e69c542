import { describe, expect, it } from 'vitest';
import { commit, importOf, review, rowsOf, type Sheet, stage } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { editRow } from './edit-row';

const fields = ['email', 'firstName', 'id', null];
const sheet = (...rows: string[][]): Sheet => ({ fields, rows });

/** row → what it counts as. */
const standing = async (store: ReturnType<ReturnType<typeof withStore>>, id: number) =>
  Object.fromEntries((await rowsOf(store, id)).map(({ row, plan }) => [row, plan.disposition ?? plan.state]));

const codes = async (store: ReturnType<ReturnType<typeof withStore>>, id: number, row: number) =>
  (await store.readRow(id, row))!.issues.map((issue) => issue.code);

describe('an edit in the review', () => {
  const store = withStore();

  it('is checked and planned at once, and kept beside the cell', async () => {
    const id = await review(store(), sheet(['a@', 'Ann', '', 'x']));
    const { revision } = await importOf(store(), id);
    expect(await editRow(store(), id, 2, { values: { email: 'ann@example.com' }, was: { email: 'a@' } })).toEqual({
      status: 'saved',
      alsoChanged: [],
      revision: revision + 1,
    });
    const row = await store().readRow(id, 2);
    expect(row).toMatchObject({ edits: { 0: 'ann@example.com' }, cells: ['a@', 'Ann', '', 'x'], issues: [] });
    expect(row?.plan).toMatchObject({ disposition: 'create', values: { email: 'ann@example.com' } });
    expect((await importOf(store(), id)).revision).toBe(revision + 1);
  });

  it('typed back to what the cell had, is none', async () => {
    const id = await review(store(), sheet(['a@example.com', 'Ann', '', '']));
    await editRow(store(), id, 2, { values: { firstName: 'Bo' } });
    await editRow(store(), id, 2, { values: { firstName: 'Ann' } });
    expect((await store().readRow(id, 2))?.edits).toEqual({});
  });

  it('keeps the reserved id through error and back', async () => {
    const id = await review(store(), sheet(['r@example.com', 'Ann', '', '']));
    const before = (await store().readRow(id, 2))!.reserved;
    expect(before).not.toBeNull();
    await editRow(store(), id, 2, { values: { email: 'no address' } });
    expect((await store().readRow(id, 2))?.plan.disposition).toBeNull();
    await editRow(store(), id, 2, { values: { email: 'r2@example.com' } });
    expect((await store().readRow(id, 2))?.reserved).toEqual(before);
    expect((await store().readRow(id, 2))?.plan.targetId).toBe(before!.id);
  });

  it('of another revision of the cell is told what it is now, and nothing is written', async () => {
    const id = await review(store(), sheet(['a@example.com', 'Ann', '', '']));
    await editRow(store(), id, 2, { values: { firstName: 'Bo' } });
    const { revision } = await importOf(store(), id);
    const late = {
      values: { firstName: 'Cy', email: 'c@example.com' },
      was: { firstName: 'Ann', email: 'a@example.com' },
    };
    expect(await editRow(store(), id, 2, late)).toEqual({ status: 'differs', current: { firstName: 'Bo' } });
    expect((await importOf(store(), id)).revision).toBe(revision);
    expect((await store().readRow(id, 2))?.edits).toEqual({ 1: 'Bo' });
  });

  it('many at once all land, each with a revision of its own', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => [`many${at}@example.com`, 'Ann', '', '']);
    const id = await review(store(), sheet(...rows));
    const { revision } = await importOf(store(), id);
    const edits = await Promise.all(
      rows.map((_, at) => editRow(store(), id, 2 + at, { values: { firstName: `Bo ${at}` } })),
    );
    expect(edits.map((edit) => edit.status)).toEqual(rows.map(() => 'saved'));
    expect((await rowsOf(store(), id)).map((row) => row.edits)).toEqual(rows.map((_, at) => ({ 1: `Bo ${at}` })));
    expect((await importOf(store(), id)).revision).toBe(revision + rows.length);
  });

  it('is refused outside the review, for rows and fields that are not there', async () => {
    const checking = await stage(store(), sheet(['a@example.com', '', '', '']));
    const edit = { values: { email: 'b@example.com' } };
    expect(await editRow(store(), checking, 2, edit)).toEqual({ status: 'refused', code: 'wrong_state' });
    const done = await commit(store(), sheet(['done@example.com', '', '', '']));
    expect(await editRow(store(), done, 2, edit)).toEqual({ status: 'refused', code: 'wrong_state' });
    expect(await editRow(store(), 987_654, 2, edit)).toEqual({ status: 'refused', code: 'not_found' });
    const id = await review(store(), sheet(['a@example.com', '', '', '']));
    expect(await editRow(store(), id, 1, edit)).toEqual({ status: 'refused', code: 'not_found' });
    const unknown = { values: { company: 'x' } };
    expect(await editRow(store(), id, 2, unknown)).toEqual({
      status: 'refused',
      code: 'unknown_field',
      field: 'company',
    });
  });
});

describe('an edit of a key that repeats', () => {
  const store = withStore();
  const key = (name: string, firstName = '', id = '') => [`${name}@example.com`, firstName, id, ''];

  it('leaving the first out frees the second, taking it back in puts it out again', async () => {
    const id = await review(store(), sheet(key('a'), key('a'), key('a'), key('b')));
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'error', 4: 'error', 5: 'create' });
    expect(await editRow(store(), id, 2, { excluded: true })).toMatchObject({ alsoChanged: [3, 4] });
    expect(await standing(store(), id)).toEqual({ 2: 'excluded', 3: 'create', 4: 'error', 5: 'create' });
    expect(await codes(store(), id, 3)).toEqual(['duplicate_first']);
    await editRow(store(), id, 2, { excluded: false });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'error', 4: 'error', 5: 'create' });
    expect([await codes(store(), id, 2), await codes(store(), id, 3)]).toEqual([
      ['duplicate_first'],
      ['duplicate_in_file'],
    ]);
  });

  it('another key for the first frees the second', async () => {
    const id = await review(store(), sheet(key('a'), key('a')));
    await editRow(store(), id, 2, { values: { email: 'new@example.com' } });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'create' });
    expect(await codes(store(), id, 2)).toEqual([]);
    expect(await codes(store(), id, 3)).toEqual([]);
  });

  it('a key typed onto another’s, before or behind it, counts for the earlier row', async () => {
    const id = await review(store(), sheet(key('a'), key('b'), key('c')));
    expect(await editRow(store(), id, 4, { values: { email: 'B@Example.com' } })).toMatchObject({ alsoChanged: [3] });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'create', 4: 'error' });
    await editRow(store(), id, 2, { values: { email: 'b@example.com' } });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'error', 4: 'error' });
    await editRow(store(), id, 2, { values: { email: 'a@example.com' } });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'create', 4: 'error' });
  });

  it('a row in error or left out owns nothing', async () => {
    const id = await review(store(), sheet(key('a', '', 'no number'), key('a'), key('a')));
    expect(await standing(store(), id)).toEqual({ 2: 'error', 3: 'create', 4: 'error' });
    await editRow(store(), id, 2, { values: { id: '' } });
    expect(await standing(store(), id)).toEqual({ 2: 'create', 3: 'error', 4: 'error' });
    await editRow(store(), id, 4, { excluded: true });
    expect(await codes(store(), id, 2)).toEqual(['duplicate_first']);
    await editRow(store(), id, 3, { excluded: true });
    expect(await codes(store(), id, 2)).toEqual([]);
  });

  it('follows rows that hang together by one key and another, however long the chain', async () => {
    // Each row shares its email with the one before and its id with the one behind.
    const chain = Array.from({ length: 9 }, (_, at) =>
      key(`k${Math.ceil(at / 2)}`, '', String(900 + Math.floor(at / 2))),
    );
    const id = await review(store(), sheet(...chain));
    const before = await standing(store(), id);
    expect(Object.values(before)).toEqual(chain.map((_, at) => (at % 2 === 0 ? 'create' : 'error')));
    await editRow(store(), id, 10, { values: { firstName: 'X' } });
    expect(await standing(store(), id)).toEqual(before);
    await editRow(store(), id, 2, { excluded: true });
    const freed = chain.map((_, at) => (at === 0 ? 'excluded' : at % 2 === 1 ? 'create' : 'error'));
    expect(Object.values(await standing(store(), id))).toEqual(freed);
  });
});
