import { compileCheck } from '../check/check-row';
import type { FileFacts, Mapping } from '../mapping';
import { charsOf, partsOf } from '../parts-of';
import { failOrphans, linkParents } from '../plan/parents';
import type { RowToPlan } from '../plan/plan-row';
import { type IdBlock, planRows } from '../plan/plan-rows';
import { toPlan } from '../plan/to-plan';
import { withDuplicates } from '../plan/with-duplicates';
import type { PlannedRow, StagedRow } from '../records';
import { PlanShelf, type RequestPlans } from '../request-plans';
import type { RawRow } from '../row';
import type { Store } from '../store';
import { takeTurns } from '../take-turns';

/** Characters of a request whose plans are not packed, at the most. */
const unpackedChars = 1024 * 1024;

/**
 * All rows of a request, checked and planned against the customers and each other, as a file's are. This runs in the web server, whose
 * event loop and memory belong to others too: so in parts, and packed where there are many.
 * @param more.atomic where one cannot be done, none is, and the others say so
 * @param more.isErased which rows are left out, because their customer was erased
 */
export async function planRequest(
  store: Store,
  ids: IdBlock,
  { mapping, facts, rows }: { mapping: Mapping; facts: FileFacts; rows: RawRow[] },
  {
    atomic,
    isErased,
    packed = charsOfAll(rows) > unpackedChars,
  }: { atomic: boolean; isErased?: IsErased | null; packed?: boolean },
): Promise<RequestPlans> {
  const check = compileCheck(mapping, facts, store.vault);
  const shelf = new PlanShelf(packed);
  const turn = takeTurns();
  for (const part of partsOf(rows)) {
    const checked: RowToPlan[] = [];
    for (const raw of part) {
      const row = { ...raw, faults: [], edits: {}, reserved: null };
      checked.push(toPlan({ ...row, excluded: isErased?.(row) ?? false }, check));
      await turn();
    }
    shelf.add(await planRows(store, mapping, checked, ids));
    await turn();
  }
  return shelf.finish((plans) => together(plans, atomic));
}

type IsErased = (row: Pick<StagedRow, 'cells' | 'edits'>) => boolean;

export const charsOfAll = (rows: RawRow[]): number => rows.reduce((sum, row) => sum + charsOf(row), 0);

/** What the rows mean for each other. */
function together(planned: PlannedRow[], atomic: boolean): PlannedRow[] {
  const elsewhere = () => undefined;
  const counted = withDuplicates(failOrphans(planned, elsewhere), { all: atomic }).plans;
  const plans = linkParents(counted, elsewhere).map((plan) =>
    plan.state === 'excluded' ? { ...plan, message: 'erased' } : plan,
  );
  return atomic ? allOrNone(plans) : plans;
}

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
