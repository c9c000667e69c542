import type { Value } from '../customer/fields';
import { waitsFor } from '../customer/waits-for';
import { type Issue, issue } from '../issues';
import type { PlannedRow } from '../records';
import type { CustomerIndex } from './customer-index';
import { parentKey } from './parent-key';

/**
 * The values of a row with the id of its parent, where that is a customer already. Else the row waits, by one more key, for what
 * the rest of the file says: see `linkParents`.
 */
export function withParent(
  values: Record<string, Value>,
  keys: string[],
  index: CustomerIndex,
): { values: Record<string, Value>; keys: string[] } {
  const key = parentKey(values.parent);
  if (key === null) return { values, keys };
  const id = index.find(key)[0]?.id;
  if (id !== undefined) return { values: { ...values, parent: id }, keys };
  return { values: { ...values, parent: key }, keys: [...keys, waitsFor + key] };
}

/** The key that a row waits for; null where it does not. */
export const waiting = ({ keys }: Pick<PlannedRow, 'keys'>): string | null =>
  keys.at(-1)?.startsWith(waitsFor) ? keys.at(-1)!.slice(waitsFor.length) : null;

/** The keys that a row has itself. */
export const ownKeys = ({ keys }: Pick<PlannedRow, 'keys'>): string[] =>
  keys.at(-1)?.startsWith(waitsFor) ? keys.slice(0, -1) : keys;

/** What stands against the parent of a row; null where nothing does. @param id the parent's; undefined where there is none */
export function parentIssue(
  values: Record<string, Value>,
  own: number | undefined,
  id: number | undefined,
): Issue | null {
  const field = values.parentSourceSystemId ? 'parentSourceSystemId' : 'parent';
  if (id === undefined) return issue('unknown_parent', field);
  return id === own ? issue('unknown_parent', field, { message: 'A customer cannot be its own parent.' }) : null;
}

/**
 * Gives waiting rows the parents that other rows create or change; one that nobody has is an error, which those that wait for
 * that row then have too.
 * @param plans all rows that are planned together
 * @param find the customer of a key in rows that are not among them
 */
export function linkParents(plans: PlannedRow[], find: (key: string) => number | undefined): PlannedRow[] {
  if (!plans.some(waiting)) return plans;
  let linked = plans;
  for (;;) {
    const made = targets(linked);
    const next = linked.map((plan) => link(plan, (key) => made.get(key) ?? find(key)));
    const isDone = next.every((plan, at) => (plan.state === 'error') === (linked[at]!.state === 'error'));
    linked = next;
    if (isDone) return linked;
  }
}

/**
 * Rows whose parent nobody is or becomes are errors before it is asked which rows have a key twice: such a row does not stand for
 * its key, so a later one with the same key counts.
 */
export function failOrphans(plans: PlannedRow[], find: (key: string) => number | undefined): PlannedRow[] {
  const linked = linkParents(plans, find);
  return plans.map((plan, at) => (linked[at]!.state === 'error' ? linked[at]! : plan));
}

/** The customers that rows create or change, by key. The first row that has a key keeps it. */
function targets(plans: PlannedRow[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { state, disposition, target, keys } of plans) {
    if (state === 'error' || state === 'excluded' || disposition === 'skip' || !target) continue;
    for (const key of keys) if (!found.has(key)) found.set(key, target.id);
  }
  return found;
}

function link(plan: PlannedRow, find: (key: string) => number | undefined): PlannedRow {
  const key = waiting(plan);
  if (key === null || plan.disposition === null || plan.disposition === 'skip') return plan;
  const id = find(key);
  const wrong = parentIssue(plan.values, plan.target?.id, id);
  if (wrong) return withError(plan, wrong);
  const values = { ...plan.values, parent: id! };
  if (plan.disposition === 'create') return { ...plan, values };
  const old = plan.patch.parent?.[0] ?? null;
  return { ...plan, values, patch: { ...plan.patch, parent: [old, id!] } };
}

/** A plan that does nothing, because of an error that only the other rows show. */
export const withError = (plan: PlannedRow, error: Issue): PlannedRow => ({
  ...plan,
  state: 'error',
  disposition: null,
  patch: {},
  target: null,
  addresses: {},
  lists: undefined,
  derived: null,
  message: null,
  issues: [...plan.issues, error],
});
