import type { Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import { type Issue, issue } from '../issues';
import { hasError, isBlank } from './key-fields';

/**
 * A parent that is named by its source becomes the value of `parent`: its key, which the plan replaces by the id of the customer.
 * An id says more. Without a system of its own the parent is of the row's system.
 * @param constant the source system of the whole import
 */
export function checkParent(constant: string | null, values: Record<string, Value>, issues: Issue[]): void {
  const { parentSourceSystemId: id, parentSourceSystem: named } = values;
  if (id === undefined && named === undefined) return;
  if (!isBlank(values.parent) || hasError(issues, 'parent')) return;
  if (isBlank(id)) {
    if (!isBlank(named)) issues.push(issue('source_incomplete', 'parentSourceSystemId'));
    else values.parent = null;
    return;
  }
  const system = isBlank(named) ? (values.sourceSystem ?? constant) : named;
  const key = keysOf({ sourceSystem: system, sourceSystemId: id }, 'source')[0];
  if (key === undefined) issues.push(issue('source_incomplete', 'parentSourceSystem'));
  else values.parent = key;
}
