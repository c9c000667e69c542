import { compileCheck } from '../check/check-row';
import type { FileFacts, Mapping } from '../mapping';
import { failOrphans, linkParents } from '../plan/parents';
import { type IdBlock, planRows } from '../plan/plan-rows';
import { toPlan } from '../plan/to-plan';
import { withDuplicates } from '../plan/with-duplicates';
import type { PlannedRow, StagedRow } from '../records';
import type { RawRow } from '../row';
import type { Store } from '../store';

/**
 * All rows of a request, checked and planned against the customers and each other, as a file's are.
 * @param more.atomic where one cannot be done, none is, and the others say so
 * @param more.isErased which rows are left out, because their customer was erased
 */
export async function planRequest(
  store: Store,
  ids: IdBlock,
  { mapping, facts, rows }: { mapping: Mapping; facts: FileFacts; rows: RawRow[] },
  { atomic, isErased }: { atomic: boolean; isErased?: IsErased | null },
): Promise<PlannedRow[]> {
  const check = compileCheck(mapping, facts, store.vault);
  const planned: PlannedRow[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    // This runs in the web server, whose event loop belongs to others too.
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    const part = rows.slice(at, at + rowsAtOnce);
    const checked = part.map((raw) => {
      const row = { ...raw, faults: [], edits: {}, reserved: null };
      return toPlan({ ...row, excluded: isErased?.(row) ?? false }, check);
    });
    planned.push(...(await planRows(store, mapping, checked, ids)));
  }
  const elsewhere = () => undefined;
  const counted = withDuplicates(failOrphans(planned, elsewhere), { all: atomic }).plans;
  const plans = linkParents(counted, elsewhere).map((plan) =>
    plan.state === 'excluded' ? { ...plan, message: 'erased' } : plan,
  );
  return atomic ? allOrNone(plans) : plans;
}

type IsErased = (row: Pick<StagedRow, 'cells' | 'edits'>) => boolean;

/** Rows that are checked and planned between two turns of the event loop. */
const rowsAtOnce = 500;

const allOrNone = (plans: PlannedRow[]): PlannedRow[] =>
  plans.some(({ state }) => state === 'error') ? plans.map(stopped) : plans;

const stopped = (plan: PlannedRow): PlannedRow =>
  plan.state === 'error'
    ? plan
    : {
        ...plan,
        disposition: 'skip',
        message: 'atomic',
        patch: {},
        target: null,
        addresses: {},
        lists: undefined,
        derived: null,
      };
