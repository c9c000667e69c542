import { type AddressPrefix, addressColumns, addressPrefixes, addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, LiveCustomer } from '../customer-records';

type Content = Pick<LiveCustomer, 'values' | 'addresses'>;

/** The address that a row means by a prefix: the default one of the type, else the one with the lowest number. */
export function addressOf(addresses: LiveAddress[], prefix: AddressPrefix): LiveAddress | undefined {
  const ofType = addresses
    .filter((address) => address.type === addressTypes[prefix])
    .sort((one, other) => one.number - other.number);
  return ofType.find((address) => address.isDefault) ?? ofType[0];
}

/** What a customer has in a field of the list; null when blank. */
export function valueIn({ values, addresses }: Content, field: string): Value {
  const [prefix, name] = field.split('.');
  if (name === undefined) return values[field] ?? null;
  return addressOf(addresses, prefix as AddressPrefix)?.values[name] ?? null;
}

/** What a customer has now in the place that a field meant before: an address that was removed is not the next one of its type. */
export function valueThere(now: Content, before: Content, field: string): Value {
  const [prefix, name] = field.split('.');
  const meant = name === undefined ? undefined : addressOf(before.addresses, prefix as AddressPrefix);
  if (!meant) return valueIn(now, field);
  return now.addresses.find(({ number }) => number === meant.number)?.values[name!] ?? null;
}

/**
 * A customer with values written over it, said as plainly as it can be: what an import is measured by.
 * @param given field → value, as a row states them; null clears
 */
export function writtenOver(before: Content, given: Record<string, Value>): Content {
  const after = structuredClone({ values: before.values, addresses: before.addresses });
  for (const [field, value] of Object.entries(given)) {
    if (!field.includes('.') && field !== 'id') after.values[field] = value;
  }
  for (const prefix of addressPrefixes) {
    const stated = addressColumns.filter(({ name }) => `${prefix}.${name}` in given);
    const changes = stated.some(({ name }) => valueIn(after, `${prefix}.${name}`) !== given[`${prefix}.${name}`]);
    if (!changes) continue;
    const address = addressOf(after.addresses, prefix) ?? newAddress(after.addresses, prefix);
    for (const { name } of stated) address.values[name] = given[`${prefix}.${name}`] ?? null;
  }
  // At the end: the number of one that goes is not given to another.
  after.addresses = after.addresses.filter((each) => Object.values(each.values).some((value) => value !== null));
  return after;
}

function newAddress(addresses: LiveAddress[], prefix: AddressPrefix): LiveAddress {
  const number = Math.max(0, ...addresses.map((address) => address.number)) + 1;
  const made: LiveAddress = { number, type: addressTypes[prefix], isDefault: true, values: {} };
  addresses.push(made);
  return made;
}
