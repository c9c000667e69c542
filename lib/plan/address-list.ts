import { type StatedAddress, statedAddresses } from '../customer/address-list';
import { addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, Patch } from '../customer-records';

interface ListPlan {
  /** Every address that becomes another one, as it will be. */
  targets: (LiveAddress & { remove?: true })[];
  patch: Patch;
  /** All addresses as they will be. */
  after: LiveAddress[];
}

/**
 * What a list of addresses does to those of a customer. Each finds its address by its code, and then takes the type that is
 * said; without a code by its type: the default one, else the one with the lowest number, each only once. By hand it is the one
 * with its id. What it does not find is new. What nobody names stays. An address left with nothing but blanks is removed, and
 * null in the place of the list removes all.
 */
export function planAddressList(addresses: LiveAddress[], value: Value | undefined): ListPlan {
  if (value === null) return { ...compared(addresses, []), after: [] };
  const stated = statedAddresses(value);
  if (stated.length === 0) return { targets: [], patch: {}, after: addresses };
  const after = addresses.map((address) => ({ ...address, values: { ...address.values } }));
  const met = new Set<LiveAddress>();
  for (const given of stated) {
    const address = find(after, given, met) ?? added(after, given.type ?? addressTypes.address);
    met.add(address);
    if (given.type !== undefined && given.type !== address.type) retype(after, address, given.type);
    for (const [name, now] of Object.entries(given.values)) address.values[name] = now;
    if (given.isDefault !== undefined) setDefault(after, address, given.isDefault);
  }
  const kept = after.filter(({ values }) => Object.values(values).some((each) => each !== null && each !== undefined));
  return { ...compared(addresses, kept), after: kept };
}

function find(addresses: LiveAddress[], { id, type, isDefault, values }: StatedAddress, met: Set<LiveAddress>) {
  if (id !== undefined) return addresses.find(({ number }) => number === id);
  const open = addresses.filter((address) => !met.has(address));
  if (values.code) return addresses.find((address) => address.values.code === values.code);
  const ofType = open.filter((address) => address.type === (type ?? addressTypes.address));
  if (isDefault === false) return ofType.find((address) => !address.isDefault);
  return ofType.find((address) => address.isDefault) ?? ofType[0];
}

function added(addresses: LiveAddress[], type: string): LiveAddress {
  const number = Math.max(0, ...addresses.map((address) => address.number)) + 1;
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

/** What changed, as targets and as one entry of the patch that names only what differs. */
function compared(before: LiveAddress[], after: LiveAddress[]): Pick<ListPlan, 'targets' | 'patch'> {
  const numbers = [...new Set([...before, ...after].map(({ number }) => number))].sort((one, other) => one - other);
  const of = (list: LiveAddress[], number: number) => list.find((address) => address.number === number);
  const targets: ListPlan['targets'] = [];
  const sides: [object[], object[]] = [[], []];
  for (const number of numbers) {
    const [old, now] = [of(before, number), of(after, number)];
    const names = Object.keys({ ...old?.values, ...now?.values }).filter(
      (name) => (old?.values[name] ?? null) !== (now?.values[name] ?? null),
    );
    if (old && now && names.length === 0 && old.isDefault === now.isDefault && old.type === now.type) continue;
    targets.push(now ?? { ...old!, remove: true });
    if (old) sides[0].push(shown(old, names));
    if (now) sides[1].push(shown(now, names));
  }
  if (targets.length === 0) return { targets, patch: {} };
  const [old, now] = sides.map((side) => (side.length === 0 ? null : JSON.stringify(side))) as [Value, Value];
  return { targets, patch: { addresses: [old, now] } };
}

/** `number` is the one of the house here. */
const shown = ({ number, type, isDefault, values }: LiveAddress, names: string[]) => ({
  ...{ id: number, type, isDefault },
  ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
});
