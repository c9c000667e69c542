import { type AddressPrefix, addressLabels, addressPrefixes, addressTypes } from './fields';

/** The fields of a file that write addresses of this type; null for types that only lists have. */
export const prefixOf = (type: string): AddressPrefix | null =>
  addressPrefixes.find((prefix) => addressTypes[prefix] === type) ?? null;

/** What people read of a type of address: `delivery` → `Shipping`. */
export function typeLabel(type: string): string {
  const prefix = prefixOf(type);
  return prefix ? addressLabels[prefix] : type;
}
