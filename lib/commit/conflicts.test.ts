import { describe, expect, it } from 'vitest';
import type { MatchKey } from '../mapping';
import { editCustomer } from '../review/edit-customer';
import { customerByEmail } from '../testing/customers';
import { readLedger } from '../testing/database';
import { commit, outcomesOf, review, submitNow } from '../testing/sheet';
import { withDesk } from '../testing/test-store';

const desk = withDesk();
const store = () => desk.store();

describe('what changed between review and commit is not overwritten', () => {
  it('a customer changed by hand: conflict, and the other rows are written', async () => {
    const fields = ['email', 'firstName'];
    await commit(store(), {
      fields,
      rows: [
        ['h1@example.com', 'One'],
        ['h2@example.com', 'Two'],
      ],
    });
    const id = await review(store(), {
      fields,
      rows: [
        ['h1@example.com', 'Plan 1'],
        ['h2@example.com', 'Plan 2'],
      ],
    });
    const one = await customerByEmail(store(), 'h1@example.com');
    expect(await editCustomer(store(), one.id, one.version, { company: 'Hand' })).toEqual({ status: 'saved' });
    await submitNow(store(), id);
    expect(await outcomesOf(store(), id)).toEqual({ 2: 'conflict changed', 3: 'updated' });
    const now = await customerByEmail(store(), 'h1@example.com');
    expect(now).toMatchObject({ version: 2, values: { firstName: 'One', company: 'Hand' } });
    expect((await customerByEmail(store(), 'h2@example.com')).values.firstName).toBe('Plan 2');
    expect((await store().readRow(id, 2))?.outcome?.customerId).toBe(one.id);
  });

  it('a customer changed by another import: the second to be submitted finds the conflict', async () => {
    const fields = ['email', 'firstName'];
    await commit(store(), { fields, rows: [['two@example.com', 'Old']] });
    const first = await review(store(), { fields, rows: [['two@example.com', 'First']] });
    const second = await review(store(), { fields, rows: [['two@example.com', 'Second']] });
    await submitNow(store(), second);
    await submitNow(desk.other(), first);
    expect(await outcomesOf(store(), second)).toEqual({ 2: 'updated' });
    expect(await outcomesOf(store(), first)).toEqual({ 2: 'conflict changed' });
    expect((await customerByEmail(store(), 'two@example.com')).values.firstName).toBe('Second');
  });

  const key: Record<MatchKey, { fields: string[]; cells: string[] }> = {
    email: { fields: ['email', 'firstName'], cells: ['NEW@example.com', 'x'] },
    debtorId: { fields: ['debtorId', 'firstName'], cells: ['4711', 'x'] },
    source: { fields: ['sourceSystem', 'sourceSystemId', 'firstName'], cells: ['erp', 'new "1"', 'x'] },
    id: { fields: ['id', 'firstName'], cells: ['815', 'x'] },
  };
  it.each(Object.entries(key))(
    'a new customer whose %s was taken meanwhile: conflict, one customer',
    async (kind, sheet) => {
      const mapping = { matchKey: kind as MatchKey };
      const rows = [sheet.cells];
      const late = await review(store(), { fields: sheet.fields, rows, mapping });
      await commit(store(), { fields: sheet.fields, rows, mapping });
      const count = await store().countCustomers();
      await submitNow(store(), late);
      expect(await outcomesOf(store(), late)).toEqual({ 2: 'conflict taken' });
      expect(await store().countCustomers()).toBe(count);
      expect((await store().readRow(late, 2))?.outcome?.customerId ?? null).toBe(kind === 'id' ? 815 : null);
    },
  );

  it('an update whose key a second customer has by now: conflict', async () => {
    await commit(store(), { fields: ['email', 'firstName'], rows: [['shared@example.com', 'A']] });
    const id = await review(store(), { fields: ['email', 'firstName'], rows: [['shared@example.com', 'B']] });
    await commit(store(), {
      fields: ['debtorId', 'email'],
      rows: [['90001', 'Shared@example.com']],
      mapping: { matchKey: 'debtorId' },
    });
    await submitNow(store(), id);
    expect(await outcomesOf(store(), id)).toEqual({ 2: 'conflict taken' });
  });

  it('a source pair taken meanwhile fails its rows alone, whatever stands around them', async () => {
    const fields = ['email', 'sourceSystemId'];
    const mapping = { sourceSystem: 'crm' };
    const rows = Array.from({ length: 60 }, (_, at) => [`s${at}@example.com`, `S-${at}`]);
    await commit(store(), { fields: ['email'], rows: [['s7@example.com']] });
    const id = await review(store(), { fields, rows, mapping });
    const taken = [0, 7, 8, 31, 59];
    await commit(store(), {
      fields,
      rows: taken.map((at) => [`other${at}@example.com`, `S-${at}`]),
      mapping,
    });
    const count = await store().countCustomers();
    const submitted = await submitNow(store(), id);
    const expected = rows.map((_, at) => [2 + at, taken.includes(at) ? 'failed source_taken' : 'created']);
    expect(await outcomesOf(store(), id)).toEqual(Object.fromEntries(expected));
    expect(await store().countCustomers()).toBe(count + rows.length - taken.length);
    expect((await customerByEmail(store(), 's7@example.com')).values.sourceSystemId).toBeNull();
    const { operation } = submitted as { operation: number };
    expect(readLedger(desk.dataDir(), operation)).toHaveLength(rows.length - taken.length);
    const { outcomes } = await store().readTotals(id);
    expect(outcomes).toMatchObject({ created: rows.length - taken.length, failed: taken.length });
  });
});
