import { firstOwnId, type Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import type { LiveCustomer } from '../customer-records';
import { type Issue, issue } from '../issues';
import type { Mapping, MatchKey } from '../mapping';
import type { CustomerIndex } from './customer-index';

/** The field at which an issue of the match key is shown. */
export const keyField: Record<MatchKey, string> = {
  id: 'id',
  source: 'sourceSystemId',
  debtorId: 'debtorId',
  email: 'email',
};

/** What stands between a row and the customers there are: two that fit, an id or a source that belongs to another. */
export function matchIssues(
  values: Record<string, Value>,
  mapping: Mapping,
  matches: LiveCustomer[],
  index: CustomerIndex,
): Issue[] {
  if (matches.length > 1) return [issue('ambiguous_match', keyField[mapping.matchKey!])];
  const found = matches[0];
  return [...idIssues(values, found, index), ...sourceIssues(values, found, index)];
}

function idIssues({ id }: Record<string, Value>, found: LiveCustomer | undefined, index: CustomerIndex): Issue[] {
  if (typeof id !== 'number') return [];
  if (found) return id === found.id ? [] : [issue('id_differs', 'id')];
  if (id >= firstOwnId) return [issue('id_reserved', 'id')];
  const taken = index.find(`id:${id}`).length > 0;
  return taken ? [issue('id_differs', 'id', { message: 'Another customer has this id. Use the id of this one.' })] : [];
}

function sourceIssues(values: Record<string, Value>, found: LiveCustomer | undefined, index: CustomerIndex): Issue[] {
  if (index.empty || (values.sourceSystemId === undefined && values.sourceSystem === undefined)) return [];
  const pair = { ...found?.values, ...values };
  if (!pair.sourceSystem !== !pair.sourceSystemId)
    return [issue('source_incomplete', pair.sourceSystem ? 'sourceSystemId' : 'sourceSystem')];
  const key = keysOf(pair, 'source')[0];
  const another = key && index.find(key).some((customer) => customer.id !== found?.id);
  return another ? [issue('source_taken', 'sourceSystemId')] : [];
}
