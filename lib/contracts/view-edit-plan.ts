import { creationPatch } from '../creation-patch';
import { fedFields } from '../mapping';
import type { EditWrite, PlannedRow, ShownRow, Totals } from '../records';
import { sealsOf } from '../review/shown-cells';
import type { Store } from '../store';
import type { PatchAnswer } from './row-api';
import { totalsOf } from './totals';
import { viewRow } from './view-rows';

/** What an edit would be answered, of which nothing was written: the row and the totals as they would be, the revision as it is. */
export async function viewEditPlan(
  store: Pick<Store, 'readImport' | 'readRow' | 'readTotals' | 'vault'>,
  write: EditWrite,
): Promise<PatchAnswer> {
  const { importId, plans, row, mapping, edits, excluded, revision } = write;
  const before = await Promise.all(plans.map((plan) => store.readRow(importId, plan.row)));
  const record = (await store.readImport(importId))!;
  const totals = await totalsOf(store, record);
  const after = plans.map(
    (plan, at): ShownRow => ({ ...before[at]!, plan: shown(plan, fedFields(mapping)), issues: plan.issues }),
  );
  const moved = count(count(totals, before as ShownRow[], -1), after, 1);
  const own = after.find((each) => each.row === row)!;
  return {
    row: viewRow({ ...own, edits, excluded }, sealsOf(store.vault, record)),
    alsoChanged: plans.map((plan) => plan.row).filter((other) => other !== row),
    totals: moved,
    revision,
  };
}

/** A plan as it is shown once it is stored. */
function shown(plan: PlannedRow, fields: string[]): ShownRow['plan'] {
  const { state, disposition, changed, message, target } = plan;
  const given = fields.flatMap((field) => {
    const value = plan.values[field];
    return value === undefined || (value === null && disposition === 'create') ? [] : [[field, value] as const];
  });
  const values = Object.fromEntries(given);
  const patch = disposition === 'create' ? creationPatch(values) : plan.patch;
  return { state, disposition, values, changed, patch, message, targetId: target?.id ?? null };
}

/** Totals with some rows more, or fewer. */
function count(totals: Totals, rows: ShownRow[], by: 1 | -1): Totals {
  const states = { ...totals.states };
  const dispositions = { ...totals.dispositions };
  let { autoChanged } = totals;
  for (const { plan } of rows) {
    states[plan.state] += by;
    if (plan.disposition) dispositions[plan.disposition] += by;
    if (plan.changed.length > 0) autoChanged += by;
  }
  return { ...totals, states, dispositions, autoChanged, warnings: states.warning };
}
