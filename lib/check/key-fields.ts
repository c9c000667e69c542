import type { Value } from '../customer/fields';
import { issueCatalogue } from '../issue-catalogue';
import { type Issue, issue } from '../issues';
import type { MatchKey } from '../mapping';
import { keyFields } from './columns';

/**
 * Whether the match key is there and sound. Where it is blank the error `key_blank` is added, unless the field has an
 * error already, which says more.
 */
export function hasKey(matchKey: MatchKey, values: Record<string, Value>, issues: Issue[]): boolean {
  const names = keyFields[matchKey];
  if (names.some((name) => hasError(issues, name))) return false;
  // Of a source pair both are blank here: one without the other is an error already.
  const blank = names.findLast((name) => isBlank(values[name]));
  if (blank === undefined) return true;
  issues.push(issue('key_blank', blank));
  return false;
}

export const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

export const hasError = (issues: Issue[], field: string): boolean =>
  issues.some((found) => found.field === field && issueCatalogue[found.code].severity === 'error');
