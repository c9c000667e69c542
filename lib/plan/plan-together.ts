import { compileCheck } from '../check/check-row';
import type { FileFacts, Mapping } from '../mapping';
import type { PlannedRow, StagedRow } from '../records';
import { PlanShelf } from '../request-plans';
import type { StagingStore } from '../staging-store';
import type { CustomerStore } from '../store';
import { takeTurns } from '../take-turns';
import type { Vault } from '../vault';
import { failOrphans, linkParents } from './parents';
import type { RowToPlan } from './plan-row';
import { type IdBlock, planRows } from './plan-rows';
import { toPlan } from './to-plan';
import { withDuplicates } from './with-duplicates';

type PlanStore = Pick<CustomerStore & StagingStore, 'findCustomers' | 'hasCustomers' | 'reserveIds'> & { vault: Vault };

/**
 * Rows that are all there is, checked and planned against the customers and each other, as those of a file are by the worker. This
 * runs in the web server, whose event loop and memory belong to others too: so with turns for them, and packed where there are many.
 * @param parts in their order
 * @param more.all as of `findDuplicates`
 */
export async function planTogether(
  store: PlanStore,
  ids: IdBlock,
  { mapping, facts }: { mapping: Mapping; facts: FileFacts },
  parts: Iterable<StagedRow[]> | AsyncIterable<StagedRow[]>,
  { packed, all = false }: { packed: boolean; all?: boolean },
): Promise<PlanShelf> {
  const check = compileCheck(mapping, facts, store.vault);
  const shelf = new PlanShelf(packed);
  const turn = takeTurns();
  for await (const part of parts) {
    const checked: RowToPlan[] = [];
    for (const row of part) {
      checked.push(toPlan(row, check));
      await turn();
    }
    shelf.add(await planRows(store, mapping, checked, ids));
    await turn();
  }
  shelf.revise((plans) => together(plans, all));
  return shelf;
}

/** What the rows mean for each other. */
function together(planned: PlannedRow[], all: boolean): PlannedRow[] {
  const elsewhere = () => undefined;
  return linkParents(withDuplicates(failOrphans(planned, elsewhere), { all }).plans, elsewhere);
}
