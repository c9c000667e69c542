import { type StatedAddress, statedAddresses } from '../customer/address-list';
import { addressTypes, type Value } from '../customer/fields';
import type { LiveAddress } from '../customer-records';
import { changesOf } from './address-patch';
import { addressOf, defaultOf, highestNumber } from './addresses';

interface ListPlan {
  /** Every address that becomes another one, as it will be. */
  targets: (LiveAddress & { remove?: true })[];
  /** All addresses as they will be. */
  after: LiveAddress[];
}

/**
 * What a list of addresses does to those of a customer. Each finds its address by its code, and then takes the type that is
 * said; without a code by its type, and by whether it is the default where that is said: else the default one, then the one with the
 * lowest number, each only once. By hand it is the one with its id. What it does not find is new. What nobody names stays. An address left with nothing but blanks is removed, and
 * null in the place of the list removes all.
 */
export function planAddressList(addresses: LiveAddress[], value: Value | undefined): ListPlan {
  if (value === null) return { targets: targetsOf(addresses, []), after: [] };
  const stated = statedAddresses(value);
  if (stated.length === 0) return { targets: [], after: addresses };
  const after = addresses.map((address) => ({ ...address, values: { ...address.values } }));
  const met = new Set<LiveAddress>();
  for (const each of stated) {
    const address = find(after, each, met) ?? added(after, each.type ?? addressTypes.address);
    met.add(address);
    if (each.type !== undefined && each.type !== address.type) retype(after, address, each.type);
    for (const [name, now] of Object.entries(each.values)) address.values[name] = now;
    if (each.isDefault !== undefined) setDefault(after, address, each.isDefault);
  }
  const kept = after.filter(({ values }) => Object.values(values).some((part) => part !== null && part !== undefined));
  // Of the new ones that are left, so that what was sent blank takes no number.
  const highest = highestNumber(addresses);
  for (const [at, address] of kept.filter(({ number }) => number > highest).entries())
    address.number = highest + 1 + at;
  return { targets: targetsOf(addresses, kept), after: kept };
}

function find(addresses: LiveAddress[], { id, type, isDefault, values }: StatedAddress, met: Set<LiveAddress>) {
  if (id !== undefined) return addresses.find(({ number }) => number === id);
  const open = addresses.filter((address) => !met.has(address));
  if (values.code) return addresses.find((address) => address.values.code === values.code);
  const its = type ?? addressTypes.address;
  if (isDefault === true) return defaultOf(open, its);
  return isDefault === false
    ? open.find((address) => address.type === its && !address.isDefault)
    : addressOf(open, its);
}

function added(addresses: LiveAddress[], type: string): LiveAddress {
  const number = highestNumber(addresses) + 1;
  const isDefault = !addresses.some((address) => address.type === type && address.isDefault);
  const address: LiveAddress = { number, type, isDefault, values: {} };
  addresses.push(address);
  return address;
}

/** In its new type it is the default where there is none. */
function retype(addresses: LiveAddress[], address: LiveAddress, type: string): void {
  address.isDefault = !addresses.some((other) => other.type === type && other.isDefault);
  address.type = type;
}

/** One of a type is its default at the most. */
function setDefault(addresses: LiveAddress[], address: LiveAddress, isDefault: boolean): void {
  if (isDefault) {
    for (const other of addresses) if (other.type === address.type) other.isDefault = false;
  }
  address.isDefault = isDefault;
}

const targetsOf = (before: LiveAddress[], after: LiveAddress[]): ListPlan['targets'] =>
  changesOf(before, after).map(({ old, now }) => now ?? { ...old!, remove: true as const });
