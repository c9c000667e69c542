import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewEditPlan } from '../contracts/view-edit-plan';
import { viewImport } from '../contracts/view-import';
import { viewRow } from '../contracts/view-rows';
import { checkAll, importOf, review, rowsOf } from '../testing/sheet';
import { withStore } from '../testing/test-store';
import { editRow } from './edit-row';
import { sealsOf } from './shown-cells';

const store = withStore();
const fields = ['email', 'sourceSystemId', 'parentSourceSystemId', 'company'];
const email = fc.constantFrom('a@', 'a@example.com', 'b@example.com', 'B@example.com', 'c@example.com', '');
const source = fc.constantFrom('', '1', '2', '3');
/** Nobody has 9. */
const parent = fc.constantFrom('', '', '1', '2', '9');
const row = fc.tuple(email, source, parent, fc.constant('x')).map((cells): string[] => [...cells]);
const edit = fc.record({
  at: fc.nat(7),
  values: fc.record({ email, sourceSystemId: source, parentSourceSystemId: parent }, { requiredKeys: [] }),
  excluded: fc.option(fc.boolean(), { nil: undefined }),
});

/** What a person sees of the plan; ids are reserved anew by a new check. */
const shown = async (id: number) =>
  (await rowsOf(store(), id)).map(({ row, plan, issues }) => ({
    row,
    state: plan.state,
    disposition: plan.disposition,
    patch: plan.patch,
    issues: issues.map(({ code, field }) => `${code} ${field}`).sort(),
  }));

it('a plan of an edit says what it does, and after any edits the plans are those that checking the whole file anew gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 3, maxLength: 8 }),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      async (rows, edits) => {
        const id = await review(store(), { fields, rows, mapping: { sourceSystem: 'erp' } });
        for (const { at, values, excluded } of edits) {
          const row = 2 + (at % rows.length);
          const planned = await editRow(store(), id, row, { values, excluded }, { plan: true });
          if (planned.status !== 'planned') throw new Error(planned.status);
          const plan = await viewEditPlan(store(), planned.write);
          const edited = await editRow(store(), id, row, { values, excluded });
          if (edited.status !== 'saved') throw new Error(edited.status);
          const record = await importOf(store(), id);
          const saved = viewRow((await store().readRow(id, row))!, sealsOf(store().vault, record));
          const { totals } = (await viewImport(store(), id))!;
          const alsoChanged = edited.alsoChanged.toSorted((one, other) => one - other);
          expect(plan).toEqual({ row: saved, alsoChanged, totals, revision: edited.revision - 1 });
        }
        const byEdits = await shown(id);
        const { mapping } = await importOf(store(), id);
        await store().moveImport(id, ['review'], 'checking', { changes: { mapping }, restart: true });
        await checkAll(store(), id);
        expect(byEdits).toEqual(await shown(id));
      },
    ),
    { numRuns: 40 },
  );
});
