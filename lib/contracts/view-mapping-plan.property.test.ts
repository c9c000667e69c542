import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putMapping } from '../map/put-mapping';
import { blankRules, matchKeys, modes } from '../mapping';
import { IdBlock } from '../plan/plan-rows';
import { editRow } from '../review/edit-row';
import { customers, rowValues } from '../testing/arbitraries';
import { seedCustomers } from '../testing/database';
import { checkAll, firstRow, importOf, review } from '../testing/sheet';
import { withDesk } from '../testing/test-store';
import { viewImport } from './view-import';
import { viewMappingPlan } from './view-mapping-plan';

const desk = withDesk();

const fields = [
  ...['id', 'sourceSystem', 'sourceSystemId', 'debtorId', 'email', 'firstName', 'company', 'parent'],
  ...['billing.city', 'billing.country', 'shipping.city'],
];
const mapping = fc.record({
  matchKey: fc.constantFrom(...matchKeys),
  mode: fc.constantFrom(...modes),
  blank: fc.constantFrom(...blankRules),
});
/** Customers that are there and rows, of which some are the parents of others. */
const rows = fc.array(fc.tuple(rowValues, fc.option(fc.integer({ min: 1, max: 4 }))), { minLength: 1, maxLength: 7 });

it('the totals of a planned mapping are those of the mapping', async () => {
  await fc.assert(
    fc.asyncProperty(
      customers,
      rows,
      fc.tuple(mapping, mapping),
      fc.subarray(fields),
      async (live, given, [first, next], kept) => {
        seedCustomers(desk.dataDir(), live);
        const store = desk.store();
        const cells = given.map(([values, parent]) =>
          fields.map((field) => String((field === 'parent' ? parent : values[field]) ?? '')),
        );
        const id = await review(store, { fields, rows: cells, mapping: first });
        await editRow(store, id, firstRow, { values: { email: 'edited@example.com' } });
        if (given.length > 2) await editRow(store, id, firstRow + 1, { excluded: true });
        const columns = fields.map((field, index) => ({ index, field: kept.includes(field) ? field : null }));
        const choice = { ...next, columns, sourceSystem: kept.includes('sourceSystem') ? null : 'erp' };
        const before = await viewImport(store, id);
        const planned = await putMapping(store, id, choice, { plan: true });
        fc.pre(planned.status === 'planned');
        const plan = await viewMappingPlan(store, new IdBlock(store), planned.record);
        expect(await viewImport(store, id)).toEqual(before);
        expect(await putMapping(store, id, choice)).toEqual({ status: 'checking' });
        await checkAll(store, id);
        const { state, totals, columns: shown, options } = (await viewImport(store, id))!;
        expect((await importOf(store, id)).rows).toBe(given.length);
        expect([plan.state, plan.totals, plan.columns, plan.options]).toEqual([state, totals, shown, options]);
      },
    ),
    { numRuns: 60 },
  );
});
