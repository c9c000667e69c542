import type { FileFacts, Mapping } from '../mapping';
import { charsOf, partsOf } from '../parts-of';
import type { IdBlock } from '../plan/plan-rows';
import { planTogether } from '../plan/plan-together';
import type { PlannedRow, StagedRow } from '../records';
import type { RequestPlans } from '../request-plans';
import type { RawRow } from '../row';
import type { Store } from '../store';

/** Characters of a request whose plans are not packed, at the most. */
const unpackedChars = 1024 * 1024;

/**
 * All rows of a request, checked and planned against the customers and each other, as a file's are.
 * @param more.atomic where one cannot be done, none is, and the others say so
 * @param more.isErased which rows are left out, because their customer was erased
 */
export async function planRequest(
  store: Store,
  ids: IdBlock,
  { rows, ...by }: { mapping: Mapping; facts: FileFacts; rows: RawRow[] },
  {
    atomic,
    isErased,
    packed = charsOfAll(rows) > unpackedChars,
  }: { atomic: boolean; isErased?: IsErased | null; packed?: boolean },
): Promise<RequestPlans> {
  const plans = await planTogether(store, ids, by, staged(rows, isErased), { packed, all: atomic });
  plans.revise((all) => all.map((plan) => (plan.state === 'excluded' ? { ...plan, message: 'erased' } : plan)));
  if (atomic) plans.revise(allOrNone);
  return plans;
}

export type IsErased = (row: Pick<StagedRow, 'row' | 'cells' | 'edits'>) => boolean;

function* staged(rows: RawRow[], isErased: IsErased | null | undefined): Generator<StagedRow[]> {
  for (const part of partsOf(rows))
    yield part.map((raw) => {
      const row = { ...raw, faults: [], edits: {}, reserved: null };
      return { ...row, excluded: isErased?.(row) ?? false };
    });
}

export const charsOfAll = (rows: RawRow[]): number => rows.reduce((sum, row) => sum + charsOf(row), 0);

const allOrNone = (plans: PlannedRow[]): PlannedRow[] =>
  plans.some(({ state }) => state === 'error' || state === 'excluded') ? plans.map(stopped) : plans;

const stopped = (plan: PlannedRow): PlannedRow =>
  plan.state === 'error' || plan.state === 'excluded'
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
