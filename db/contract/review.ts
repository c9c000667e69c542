import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../lib/customer/search';
import { type IssueCode, issue } from '../../lib/issues';
import type { PlannedRow, RowQuery, ShownRow } from '../../lib/records';
import { cellText } from '../../lib/row';
import { dispositions, outcomes, rowStates } from '../../lib/steps';
import type { Store } from '../../lib/store';
import { planned } from '../../lib/testing/planned';
import { firstRow, importOf, mappingOf, openShard, rowsOf, stage } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const fields = ['email', 'company', 'debtorId'];
const mapping = mappingOf({ fields });
const codes = ['invalid_email', 'malformed_row', 'phone_unlikely', 'email_shared'] as const satisfies IssueCode[];
const texts = ['', 'Zoë', 'Zoe, x', 'zoe 100%', '100', 'a_b', 'a\\b', 'axb', 'x\ty', 'O\'Hara "q"'];

const row = fc.record({
  cells: fc.array(fc.constantFrom(...texts), { minLength: 3, maxLength: 3 }),
  state: fc.constantFrom(...rowStates),
  disposition: fc.constantFrom(...dispositions),
  auto: fc.boolean(),
  found: fc.array(fc.record({ code: fc.constantFrom(...codes), field: fc.constantFrom(null, 'email', 'phone') }), {
    maxLength: 3,
  }),
  edit: fc.option(fc.record({ text: fc.constantFrom(...texts), column: fc.nat(2) }), { freq: 3 }),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const queries: fc.Arbitrary<RowQuery> = fc.record(
  {
    state: fc.constantFrom(...rowStates),
    disposition: fc.constantFrom(...dispositions),
    standing: fc.constantFrom('skipped' as const, 'behind' as const, 'auto-changed' as const, 'warnings' as const),
    issue: fc.constantFrom(...codes),
    field: fc.constantFrom('-', 'email', 'phone'),
    outcome: fc.constantFrom(...outcomes),
    q: fc.constantFrom('zoe', 'zoe,', ' ZOË ', '0%', 'a_', '\\', '"q"', 'nothing'),
  },
  { requiredKeys: [] },
);

/** Every filter alone, whatever chance brings. */
const single: RowQuery[] = [
  {},
  ...rowStates.map((state) => ({ state })),
  ...dispositions.map((disposition) => ({ disposition })),
  ...(['skipped', 'behind', 'auto-changed', 'warnings'] as const).map((standing) => ({ standing })),
  ...codes.flatMap((code) => [undefined, '-', 'email'].map((field) => ({ issue: code, field }))),
  ...outcomes.map((outcome) => ({ outcome })),
  { field: 'email' },
  { q: ' ' },
];

/** What the filters mean, row by row. */
function holds({ plan, issues, outcome, cells, edits }: ShownRow, query: RowQuery): boolean {
  const ofIssue = (code: IssueCode) =>
    plan.state !== 'excluded' &&
    issues.some((found) => found.code === code && (query.field === undefined || (found.field ?? '-') === query.field));
  const standing = {
    skipped: plan.state === 'excluded' || plan.disposition === 'skip',
    behind: plan.disposition !== 'create' && plan.disposition !== 'update',
    'auto-changed': plan.changed.length > 0,
    warnings: plan.state === 'warning',
  };
  const q = fold(query.q?.trim() ?? '');
  return (
    (!query.state || plan.state === query.state) &&
    (!query.disposition || plan.disposition === query.disposition) &&
    (!query.standing || standing[query.standing]) &&
    (!query.issue || ofIssue(query.issue)) &&
    (!query.outcome || outcome?.outcome === query.outcome) &&
    (!q || [...cells.map((cell) => cellText(cell)!), ...Object.values(edits)].some((text) => fold(text).includes(q)))
  );
}

export const reviewContract = (open: OpenStore) =>
  describe('review', () => {
    const { web, worker } = withTwo(open, 'review');

    it('every filter reads, counts, places and steps through the rows that a plain filter holds', async () => {
      const rows = fc.array(row, { minLength: 30, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(rows, fc.array(queries, { minLength: 20, maxLength: 20 }), async (given, more) => {
          const id = await fill(web(), given);
          const all = await rowsOf(web(), id);
          expect(all).toHaveLength(given.length);
          for (const query of [...single, ...more]) {
            await agrees(
              worker(),
              id,
              query,
              all.filter((shown) => holds(shown, query)),
            );
          }
        }),
        { numRuns: 4 },
      );
    });

    it('totals sum to the rows, and issues are counted as the rows have them', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (given) => {
          const id = await fill(web(), given);
          const all = await rowsOf(web(), id);
          const totals = await worker().readTotals(id);
          const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0);
          expect(totals.rows).toBe(given.length);
          expect(sum(totals.states)).toBe(given.length);
          expect(sum(totals.outcomes)).toBe(given.length);
          for (const name of outcomes) {
            expect(totals.outcomes[name]).toBe(all.filter((shown) => shown.outcome?.outcome === name).length);
          }
          const shown = all.filter((each) => each.plan.state !== 'excluded').flatMap((each) => each.issues);
          const counted = (await worker().readIssueCounts(id)).map(({ code, field, count }) => [code, field, count]);
          for (const [code, field, count] of counted) {
            expect(shown.filter((found) => found.code === code && found.field === field)).toHaveLength(count as number);
          }
          expect(counted.reduce((all, [, , count]) => all + (count as number), 0)).toBe(shown.length);
        }),
        { numRuns: 8 },
      );
    });

    it('text behind a NUL in an edit is found', async () => {
      const id = await stage(web(), { fields, rows: [['a', 'b', 'c']] });
      await web().savePlans(await openShard(web(), id, 'check', 1, 2), 2, mapping, [planned(2)], {});
      await web().moveImport(id, ['checking'], 'review');
      const { revision } = await importOf(web(), id);
      const edits = { 1: 'before\0behind \ud800' };
      const write = { importId: id, mapping, revision, row: 2, edits, excluded: false, log: [], owners: [] };
      await web().saveEdit({ ...write, plans: [planned(2)] });
      expect(await worker().countRows(id, { q: 'behind' })).toBe(1);
      expect((await worker().readRow(id, 2))?.edits).toEqual(edits);
    });
  });

async function agrees(store: Store, id: number, query: RowQuery, expected: ShownRow[]) {
  const numbers = expected.map((shown) => shown.row);
  const read = (await store.readRows(id, query, 0, 1000)).map((shown) => shown.row);
  expect(read, JSON.stringify(query)).toEqual(numbers);
  expect(await store.countRows(id, query)).toBe(numbers.length);
  expect((await store.readRows(id, query, 3, 5)).map((shown) => shown.row)).toEqual(numbers.slice(3, 8));
  const middle = numbers[Math.floor(numbers.length / 2)];
  if (middle !== undefined) expect(await store.readPlace(id, query, middle)).toBe(numbers.indexOf(middle));
  const from = middle ?? firstRow + 1;
  expect(await store.nextRow(id, query, from, false)).toBe(numbers.find((number) => number > from) ?? null);
  expect(await store.nextRow(id, query, from, true)).toBe(numbers.findLast((number) => number < from) ?? null);
}

/** An import with these plans and edits, whose outcomes are written as far as plans can be carried out. */
async function fill(store: Store, rows: Row[]): Promise<number> {
  const id = await stage(store, { fields, rows: rows.map((each) => each.cells) });
  const last = firstRow + rows.length - 1;
  const ids = await store.reserveIds(rows.length);
  const plans = rows.map((each, at) => planOf(each, firstRow + at, ids + at));
  await store.savePlans(await openShard(store, id, 'check', 1, last), last, mapping, plans, {});
  await store.moveImport(id, ['checking'], 'review');
  for (const [at, { edit, state }] of rows.entries()) {
    if (!edit && state !== 'excluded') continue;
    const { revision } = await importOf(store, id);
    const edits = edit ? { [edit.column]: edit.text } : {};
    const write = {
      importId: id,
      mapping,
      revision,
      row: firstRow + at,
      edits,
      excluded: state === 'excluded',
      log: [],
    };
    expect(await store.saveEdit({ ...write, plans: [plans[at]!], owners: [] })).toBe(true);
  }
  const started = await store.startCommit(id, (await importOf(store, id)).revision);
  const shard = await openShard(store, id, 'commit', 1, 0);
  const half = Math.min(last, firstRow + Math.floor(rows.length / 2));
  expect(await store.commitChunk(shard, started!, mappingOf({ fields }), half)).toBe('done');
  if (half < last) {
    expect(await store.failRow({ ...shard, cursor: half }, started!, half + 1, 'source_taken')).toBe(true);
  }
  if (half + 1 < last) await store.stopChunk({ ...shard, cursor: half + 1 }, started!, last);
  await store.finishCommit(id, started!, mappingOf({ fields }));
  return id;
}

function planOf({ state, disposition, auto, found }: Row, row: number, reserved: number): PlannedRow {
  const open = state === 'ok' || state === 'warning';
  const issues = found.map(({ code, field }) => issue(code, field));
  const target = { id: reserved, uuid: `uuid-${reserved}`, version: 0 };
  return planned(row, {
    state,
    issues,
    disposition: open ? disposition : null,
    changed: auto ? ['company'] : [],
    values: { email: `${reserved}@example.com` },
    keys: [`email:${reserved}@example.com`],
    target: open ? target : null,
    reserved: target,
    derived: { emailKey: `${reserved}@example.com`, nameKey: '', companyKey: null, search: '' },
    message: disposition === 'skip' ? 'known' : null,
  });
}
