import { limits } from '../../limits';
import type { Outcome } from '../../steps';
import type { BulkAnswer } from './refuse';

/** What became of a customer of the request. With `?plan=1`, what would become of it, in the same words. */
export interface BulkResult {
  outcome: Outcome;
  customerId: number | null;
  /** Why it was not taken, as a sentence. */
  message: string | null;
  /** The codes of its issues. */
  codes: readonly string[];
}

interface Entry {
  /** Absent where nothing was done: whether the customer exists was not found out, or does not matter. */
  action?: 'create' | 'update';
  /** Null where it has none: it was not created. */
  id: number | null;
  key: number | string;
  lookupKey: 'id' | 'sourceId';
  success: boolean;
  /** The number and name of the failure, where that API has them for it. */
  code?: number;
  type?: string;
  message?: string;
}

const parentNotFound = { code: 60007, type: 'ParentCustomerNotFound' };

/**
 * The answer of contract A, always 200: one entry for each customer, in the order of the request. A customer that has all of
 * that already counts as updated. In a plan the same entries say what would be, `plan` is true, and the ids of customers that
 * would be created are null.
 * @param keys what the customers of the request are identified by, as it was sent
 * @param results one for each key, in the same order
 */
export function answerById(
  lookupKey: Entry['lookupKey'],
  keys: readonly (number | string)[],
  results: readonly BulkResult[],
  { plan = false } = {},
): BulkAnswer {
  const data = results.map((result, index) => entryOf(lookupKey, keys[index]!, result));
  const messages = summary(data, plan);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'return-format': 'json' };
  return { status: 200, headers, body: { data, messages, ...(plan && { plan }), total: data.length } };
}

const actions: Partial<Record<Outcome, Entry['action']>> = {
  created: 'create',
  updated: 'update',
  unchanged: 'update',
};

function entryOf(lookupKey: Entry['lookupKey'], key: number | string, result: BulkResult): Entry {
  const { outcome, customerId, message, codes } = result;
  const action = actions[outcome];
  const entry = { ...(action && { action }), id: customerId, key, lookupKey, success: action !== undefined };
  if (action) return entry;
  const said = message ?? 'This customer was not taken.';
  if (!codes.includes('unknown_parent')) return { ...entry, message: said };
  return { ...entry, ...parentNotFound, message: `${parentNotFound.code} ${parentNotFound.type}: ${said}` };
}

function summary(data: readonly Entry[], plan: boolean): string[] {
  const said = (count = '') => (plan ? `Planned${count}, nothing was written` : `Completed${count}`);
  const failed = data.flatMap((entry, index) => (entry.success ? [] : [`#/customers/${index}: ${entry.message}`]));
  if (failed.length === 0) return [said()];
  const count = `${failed.length} ${failed.length === 1 ? 'error' : 'errors'}`;
  return [said(` with ${count}`), ...failed.slice(0, limits.namedProblems)];
}
