import { describe, expect, it } from 'vitest';
import { editRow } from '../review/edit-row';
import { asking } from '../testing/accounts';
import { commit, importOf, newImport, review, type Sheet, stage, submitNow } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { customersAnswer } from './customer-api';
import { importsAnswer, importView, totalsView } from './import-api';
import { issueGroup, planSummary as planSummarySchema, rowsAnswer } from './row-api';
import { submitAnswer } from './submit-answer';
import { totalsOf } from './totals';
import { listCustomers, viewChanges, viewCustomer } from './view-customer';
import { listImports, viewImport, viewIntake } from './view-import';
import { issueGroups, nextRow, planSummary, viewRows } from './view-rows';

const store = withStore();
const fields = ['email', 'firstName', 'phone', 'id'];
const sheet: Sheet = {
  fields,
  rows: [
    ['v1@example.com', ' Zoë ', '06 5550 1234', ''],
    ['none', 'B', '', ''],
    ['v1@example.com', 'C', '', ''],
    ['v2@example.com', 'D', '', 'no number'],
    ['v3@example.com', 'E', '', ''],
  ],
};

describe('what the API says fits its schemas', () => {
  it('an import in each of its states, with progress while it works', async () => {
    const id = await store().createImport(newImport({ fileSize: 900 }));
    const view = async (each: number) => importView.parse(await viewImport(store(), each));
    expect(await view(id)).toMatchObject({ state: 'reading', progress: { phase: 'reading', done: 0, total: 900 } });
    expect(await viewIntake(store(), id)).toBeNull();
    const checking = await stage(store(), sheet);
    expect(await view(checking)).toMatchObject({ state: 'checking', progress: { phase: 'checking', total: 5 } });
    const done = await review(store(), sheet);
    const { totals, progress } = await view(done);
    expect(totals).toMatchObject({ rows: 5, states: { ok: 1, warning: 1, error: 3 }, dispositions: { create: 2 } });
    expect(progress).toEqual({ phase: null, done: 0, total: null });
    await store().startCommit(done, (await importOf(store(), done)).revision);
    expect(await view(done)).toMatchObject({
      state: 'committing',
      progress: { phase: 'committing', done: 0, total: 5 },
    });
    expect(await viewImport(store(), 987_654)).toBeNull();
    importsAnswer.parse(await listImports(store(), {}));
  });

  it('values of a row as one would send them: no key of a parent, no form of storage', async () => {
    const id = await review(store(), {
      fields: ['email', 'sourceSystem', 'parent', 'parentSourceSystemId', 'addresses'],
      rows: [
        ['row1@values.example', 'erp', '', 'NOBODY', ''],
        ['row2@values.example', '', '4711', '', ''],
        ['row3@values.example', '', '', '', '[{"type": "invoice", "isDefault": true, "city": "Utrecht"}]'],
      ],
    });
    const { rows } = rowsAnswer.parse(await viewRows(store(), id, {}));
    expect(rows.map(({ values }) => values)).toEqual([
      { email: 'row1@values.example', sourceSystem: 'erp', parentSourceSystemId: 'NOBODY' },
      { email: 'row2@values.example', parent: 4711 },
      { email: 'row3@values.example', addresses: '[{"type":"invoice","isDefault":true,"city":"Utrecht"}]' },
    ]);
  });

  it('rows, issues, plan and totals in review and after the commit', async () => {
    const id = await review(store(), sheet);
    const rows = rowsAnswer.parse(await viewRows(store(), id, {}));
    expect(rows.total).toBe(5);
    expect(rows.rows[0]).toMatchObject({ row: 2, disposition: 'create', changed: ['firstName'] });
    expect(rows.rows[0]?.patch.firstName).toEqual([null, 'Zoë']);
    for (const group of await issueGroups(store(), id)) issueGroup.parse(group);
    planSummarySchema.parse(await planSummary(store(), id));
    const { revision } = await importOf(store(), id);
    const answer = await submitAnswer(store(), id, revision);
    expect(answer).toMatchObject({ status: 'committed', totals: { outcomes: { created: 2, failed: 3 } } });
    if (answer.status !== 'committed') return;
    totalsView.parse(answer.totals);
    expect(answer.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'created'],
      [3, 'failed'],
      [4, 'failed'],
      [5, 'failed'],
      [6, 'created'],
    ]);
    expect(answer.rows[0]?.changed.sort()).toEqual(['email', 'firstName', 'phone']);
    expect(answer.rows[1]).toMatchObject({ changed: [], message: expect.stringContaining('Email: ') });
    expect(await submitAnswer(store(), id, revision)).toEqual(answer);
    rowsAnswer.parse(await viewRows(store(), id, { outcome: 'failed' }));
  });

  it('a refused submit comes with the numbers as they are now', async () => {
    const id = await review(store(), { fields, rows: [['stale@example.com', 'A', '', '']] });
    const { revision } = await importOf(store(), id);
    await editRow(store(), id, 2, { excluded: true });
    expect(await submitAnswer(store(), id, revision)).toMatchObject({
      status: 'refused',
      reason: 'stale',
      totals: { rows: 1, states: { excluded: 1 } },
    });
  });

  it('totals follow every edit, though they are remembered', async () => {
    const id = await review(store(), {
      fields,
      rows: [
        ['t1@example.com', 'A', '', ''],
        ['none', 'B', '', ''],
      ],
    });
    const totals = async () => (await totalsOf(store(), await importOf(store(), id))).states;
    expect(await totals()).toMatchObject({ ok: 1, error: 1 });
    expect(await totals()).toMatchObject({ ok: 1, error: 1 });
    await editRow(store(), id, 3, { values: { email: 't2@example.com' } });
    expect(await totals()).toMatchObject({ ok: 2, error: 0 });
  });
});

describe('going from error to error', () => {
  it('steps both ways inside a filter, with the place and the field', async () => {
    const id = await review(store(), sheet);
    const next = (from: number, back = false) => nextRow(store(), id, { from, back });
    expect(await next(0)).toEqual({ row: 3, offset: 1, field: 'email' });
    expect(await next(3)).toEqual({ row: 4, offset: 2, field: 'email' });
    expect(await next(4)).toEqual({ row: 5, offset: 3, field: 'id' });
    expect(await next(5)).toBeNull();
    expect(await next(5, true)).toMatchObject({ row: 4 });
    expect(await nextRow(store(), id, { state: 'warning', from: 0, back: false })).toMatchObject({ row: 2, offset: 0 });
    expect(await nextRow(store(), id, { issue: 'invalid_number', from: 0, back: false })).toMatchObject({
      row: 5,
      offset: 0,
    });
  });
});

describe('customers in pages', () => {
  it('a cursor goes on where the page ended; a broken one begins anew', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [`p${at}@example.com`, at % 3 ? `P${at}` : '', '', '']);
    await commit(store(), { fields, rows });
    const all = await store().countCustomers();
    for (const sort of ['lastChange', 'name', 'company', 'debtorId', 'email'] as const) {
      const seen: number[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = customersAnswer.parse(await listCustomers(store(), { sort, cursor, limit: 3 }, asking('viewer')));
        seen.push(...page.customers.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(all);
      expect(seen).toHaveLength(all);
    }
    for (const cursor of [
      'x',
      Buffer.from('[{},1]').toString('base64url'),
      Buffer.from('null').toString('base64url'),
      ...['[7,1]', '[null,1]', '["a","b"]', '["a",1.5]', '["\\u0000a",1]'].map((text) =>
        Buffer.from(text).toString('base64url'),
      ),
    ]) {
      const { customers } = await listCustomers(store(), { sort: 'name', cursor, limit: 100 }, asking('viewer'));
      expect(customers).toHaveLength(all);
    }
  });

  it('one is found by its number as text or by its uuid, with its history', async () => {
    const { customers } = await listCustomers(store(), { q: 'p1@example.com' }, asking('viewer'));
    const [customer] = customers;
    expect(await viewCustomer(store(), String(customer!.id))).toEqual(customer);
    for (const uuid of [customer!.uuid, customer!.uuid.toUpperCase()])
      expect(await viewCustomer(store(), uuid)).toEqual(customer);
    for (const id of ['0', '9'.repeat(16), '9'.repeat(17), 'x', '', 'x\0y'])
      expect(await viewCustomer(store(), id)).toBeNull();
    const [change] = await viewChanges(store(), customer!.id);
    expect(change).toMatchObject({ created: true, kind: 'import', row: 3 });
    const late = await review(store(), { fields, rows: [['p1@example.com', 'New', '', '']] });
    await submitNow(store(), late);
    expect((await viewChanges(store(), customer!.id))[0]?.patch).toEqual({ firstName: ['P1', 'New'] });
  });
});
