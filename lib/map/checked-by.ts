import { attributePrefix } from '../customer/fields';
import type { Mapping } from '../mapping';

/**
 * A mapping with those of its definitions that its rows are checked by: of the attributes that columns feed, or of all where a
 * column has a list of them.
 */
export function checkedBy({ attributes = [], ...mapping }: Mapping): Mapping {
  const fed = new Set(mapping.columns.map(({ field }) => field));
  const kept = fed.has('attributes') ? attributes : attributes.filter(({ name }) => fed.has(attributePrefix + name));
  return kept.length > 0 ? { ...mapping, attributes: kept } : mapping;
}
