import type { ImportRecord } from '../import-store';
import { limits } from '../limits';
import type { IdBlock } from '../plan/plan-rows';
import { planTogether } from '../plan/plan-together';
import type { PlannedRow, StagedRow } from '../records';
import type { Store } from '../store';
import type { ImportView } from './import-api';
import { viewPlanned } from './view-import';

/**
 * An import as it would be once its rows are checked by another mapping, with the totals. Of more rows than `limits.plannedRows` only
 * as it would be at once: they take longer than anybody waits for an answer.
 * @param record with the mapping as it would be
 */
export async function viewMappingPlan(store: Store, ids: IdBlock, record: ImportRecord): Promise<ImportView> {
  const view = await viewPlanned(store, record);
  if (record.rows > limits.plannedRows) return view;
  const by = { mapping: record.mapping!, facts: record.facts! };
  const { brief } = await planTogether(store, ids, by, stagedParts(store, record.id), { packed: true });
  return { ...view, state: 'review', totals: { ...view.totals, ...counted(brief) } };
}

/** Rows that are read at a time. */
const rowsAtOnce = 500;

async function* stagedParts(store: Pick<Store, 'readStaged'>, importId: number): AsyncGenerator<StagedRow[]> {
  for (let after = 0; ; ) {
    const part = await store.readStaged(importId, after, rowsAtOnce);
    if (part.length === 0) return;
    yield part;
    after = part.at(-1)!.row;
  }
}

function counted(plans: PlannedRow[]) {
  const states = { ok: 0, warning: 0, error: 0, excluded: 0 };
  const dispositions = { create: 0, update: 0, unchanged: 0, skip: 0, conflict: 0 };
  let autoChanged = 0;
  for (const { state, disposition, changed } of plans) {
    states[state] += 1;
    if (disposition) dispositions[disposition] += 1;
    if (changed.length > 0) autoChanged += 1;
  }
  return { states, dispositions, autoChanged, warnings: states.warning };
}
