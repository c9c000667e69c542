import { describe, expect, it } from 'vitest';
import { relatedCustomers } from '../../lib/contracts/related-customers';
import { viewCustomer } from '../../lib/contracts/view-customer';
import type { Value } from '../../lib/customer/fields';
import { editRow } from '../../lib/review/edit-row';
import { customerByEmail } from '../../lib/testing/customers';
import { commit, importOf, outcomesOf, review, rowsOf, type Sheet, submitNow } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

/** Customers that name each other: parents, and who pays. */
export const relativesContract = (open: OpenStore) =>
  describe('customers that name each other', () => {
    const { web } = withTwo(open, 'relatives');
    const clears = { blank: 'clear' as const };

    const family: Sheet = {
      fields: ['email', 'id', 'sourceSystem', 'sourceSystemId', 'parent', 'parentSourceSystemId'],
      rows: [
        ['child@family.example', '', 'erp', 'F-2', '', 'F-1'],
        ['grandchild@family.example', '', '', '', '5001', ''],
        ['parent@family.example', '', 'erp', 'F-1', '', ''],
        ['uncle@family.example', '5001', '', '', '', 'F-9'],
        ['own@family.example', '5002', '', '', '5002', ''],
        ['nephew@family.example', '', 'erp', 'F-4', '', 'F-2'],
      ],
    };

    it('a parent may stand later in the same file, and who names none that there is fails with all that hang on it', async () => {
      const id = await review(web(), family);
      const rows = await rowsOf(web(), id);
      const failing = rows
        .filter(({ plan }) => plan.state === 'error')
        .map(({ row, issues }) => [row, issues[0]?.code]);
      expect(failing).toEqual([
        [3, 'unknown_parent'],
        [5, 'source_incomplete'],
        [6, 'unknown_parent'],
      ]);
      expect((await editRow(web(), id, 5, { values: { parentSourceSystemId: '' } })).status).toBe('saved');
      expect((await rowsOf(web(), id))[1]!.plan.state).toBe('ok');
      expect((await editRow(web(), id, 4, { values: { sourceSystemId: 'F-7' } })).status).toBe('saved');
      expect((await rowsOf(web(), id)).map(({ plan }) => plan.state)).toEqual([
        'error',
        'ok',
        'ok',
        'ok',
        'error',
        'error',
      ]);
      expect((await editRow(web(), id, 4, { values: { sourceSystemId: 'F-1' } })).status).toBe('saved');
      await submitNow(web(), id);
      const parentOf = async (name: string): Promise<Value> =>
        (await customerByEmail(web(), `${name}@family.example`)).values.parent ?? null;
      const idOf = async (name: string) => (await customerByEmail(web(), `${name}@family.example`)).id;
      expect(await parentOf('child')).toBe(await idOf('parent'));
      expect(await parentOf('grandchild')).toBe(5001);
      expect(await parentOf('nephew')).toBe(await idOf('child'));
      const again = await review(web(), { ...family, rows: [family.rows[0]!, family.rows[5]!] });
      expect((await rowsOf(web(), again)).map(({ plan }) => plan.disposition)).toEqual(['unchanged', 'unchanged']);
    });

    it('a customer that is there already cannot become its own parent', async () => {
      await commit(web(), { fields: ['email', 'id'], rows: [['self@example.com', '6001']] });
      const id = await review(web(), { fields: ['email', 'parent'], rows: [['self@example.com', '6001']] });
      const [row] = await rowsOf(web(), id);
      expect(row!.issues.map(({ field, code }) => [field, code])).toEqual([['parent', 'unknown_parent']]);
    });

    it('who pays is found by id, by uuid and by source id, of the own system first, else where only one customer has it', async () => {
      const fields = ['email', 'sourceSystem', 'sourceSystemId', 'billToCustomerId'];
      await commit(web(), { fields, rows: [['payer@example.com', 'erp-b', 'P-1', '']] });
      const payer = await customerByEmail(web(), 'payer@example.com');
      const paidBy = async (system: string, text: string) => {
        const row = ['pays@example.com', system, system && 'P-2', text];
        await commit(web(), { fields, rows: [row], mapping: clears });
        const customer = await viewCustomer(web(), (await customerByEmail(web(), 'pays@example.com')).id);
        return (await relatedCustomers(web(), customer!)).billTo?.id;
      };
      for (const text of [String(payer.id), payer.uuid, 'P-1']) expect(await paidBy('erp-b', text)).toBe(payer.id);
      expect(await paidBy('erp-c', 'P-1')).toBe(payer.id);
      expect(await paidBy('', 'P-1')).toBe(payer.id);
      await commit(web(), { fields, rows: [['other@example.com', 'erp-d', 'P-1', '']] });
      const other = await customerByEmail(web(), 'other@example.com');
      expect(await paidBy('erp-d', 'P-1')).toBe(other.id);
      expect(await paidBy('erp-b', 'P-1')).toBe(payer.id);
      for (const [system, text] of [
        ['erp-c', 'P-1'],
        ['', 'P-1'],
        ['erp-b', 'p-1'],
        ['erp-b', '4711'],
      ] as const) {
        expect([system, text, await paidBy(system, text)]).toEqual([system, text, undefined]);
      }
    });

    it('a parent that did not come to be is not named, and the outcome says so', async () => {
      const fields = ['email', 'sourceSystem', 'sourceSystemId', 'parentSourceSystemId'];
      const rows = [
        ['lone@late.example', 'erp', 'L-2', 'L-1'],
        ['taken@late.example', 'erp', 'L-1', ''],
      ];
      const id = await review(web(), { fields, rows });
      await commit(web(), { fields: ['email'], rows: [['taken@late.example']] });
      await submitNow(web(), id);
      expect(await outcomesOf(web(), id)).toEqual({ 2: 'created parent_missing', 3: 'conflict taken' });
      expect((await customerByEmail(web(), 'lone@late.example')).values.parent).toBeNull();
      expect((await importOf(web(), id)).state).toBe('committed');
    });
  });
