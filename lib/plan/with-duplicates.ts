import { findDuplicates } from '../check/duplicates';
import { issue } from '../issues';
import type { PlannedRow } from '../records';
import { ownKeys, withError } from './parents';

/**
 * Adds what repeated keys mean for rows that are all that share a key.
 * @param more.all as of `findDuplicates`
 * @returns the plans, and which row has each key now
 */
export function withDuplicates(
  planned: PlannedRow[],
  more?: { all?: boolean },
): {
  plans: PlannedRow[];
  owners: { key: string; row: number | null }[];
} {
  const rows = planned.map((plan) => ({ ...plan, keys: ownKeys(plan).map((key) => ({ key, owner: null })) }));
  const found = findDuplicates(rows, more);
  const firsts = new Map(found.firsts.map((first) => [first.row, first.field]));
  const laters = new Map(found.laters.map((later) => [later.row, later.field]));
  const plans = planned.map((plan): PlannedRow => {
    const later = laters.get(plan.row);
    if (later !== undefined) return withError(plan, issue('duplicate_in_file', later));
    const first = firsts.get(plan.row);
    if (first === undefined) return plan;
    // One that is in error is a first one only where all keys count.
    return {
      ...plan,
      state: plan.state === 'error' ? 'error' : 'warning',
      issues: [...plan.issues, issue('duplicate_first', first)],
    };
  });
  const held = new Map(found.owners.map((owner) => [owner.key, owner.row]));
  const keys = new Set(planned.flatMap(ownKeys));
  return { plans, owners: [...keys].map((key) => ({ key, row: held.get(key) ?? null })) };
}
