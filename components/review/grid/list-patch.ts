import type { RowView } from '@/lib/contracts/row-api';
import { addressPrefixes } from '@/lib/customer/fields';

/**
 * What the list of addresses in a row changes. Where a column could have done the same it stands in the patch under the field
 * of that column, of which the row itself says nothing.
 */
export function listPatch({ patch, values }: Pick<RowView, 'patch' | 'values'>): RowView['patch'] {
  const stated = addressPrefixes.filter((prefix) => Object.keys(values).some((name) => isOf(name, prefix)));
  const isListed = (name: string) =>
    name === 'addresses' || addressPrefixes.some((prefix) => isOf(name, prefix) && !stated.includes(prefix));
  return Object.fromEntries(Object.entries(patch).filter(([name]) => isListed(name)));
}

const isOf = (name: string, prefix: string) => name.startsWith(`${prefix}.`);
