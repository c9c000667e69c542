import { type AddressPrefix, addressLabels, addressPrefixes, addressTypes, type Value } from './fields';

/** The fields of a file that write addresses of this type; null for types that only lists have. */
export const prefixOf = (type: string): AddressPrefix | null =>
  addressPrefixes.find((prefix) => addressTypes[prefix] === type) ?? null;

/** What people read of an address among all of its customer: with its id where others are of its type. */
export const addressTitle = (address: Known, all: readonly Known[]): string =>
  all.filter(({ type }) => type === address.type).length > 1
    ? `${typeLabel(address.type)} ${address.id}`
    : typeLabel(address.type);

type Known = { id: number; type: string };

/** What people read of a type of address: `delivery` → `Shipping`. */
export function typeLabel(type: string): string {
  const prefix = prefixOf(type);
  return prefix ? addressLabels[prefix] : type;
}

/** The country of the billing address that a column means: the default one, else the first. */
export function billingCountry(
  addresses: readonly { type?: string; isDefault?: boolean; values: Record<string, Value> }[],
): Value | undefined {
  const ofType = addresses.filter(({ type }) => type === addressTypes.billing);
  return (ofType.find(({ isDefault }) => isDefault) ?? ofType[0])?.values.country;
}
