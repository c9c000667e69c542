import { type AddressPrefix, addressPrefixes, addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, Patch } from '../customer-records';
import type { PlannedRow } from '../records';

interface AddressPlan {
  targets: PlannedRow['addresses'];
  patch: Patch;
  /** The addresses as they will be. */
  after: LiveAddress[];
  /** Of the last address that there was or that is new: a number of one that is removed is not given to another. */
  highest: number;
}

/**
 * Which address each prefix of a row writes to: the default one of its type, else the one with the lowest number, else
 * a new one. An address left with nothing but blanks is removed.
 * @param more.defaultsOnly only the default one of its type is meant, else a new one
 */
export function planAddresses(
  addresses: LiveAddress[],
  values: Record<string, Value>,
  { defaultsOnly = false }: { defaultsOnly?: boolean } = {},
): AddressPlan {
  const plan: AddressPlan = { targets: {}, patch: {}, after: addresses, highest: highestNumber(addresses) };
  const given = fieldsByPrefix(values);
  for (const prefix of addressPrefixes) {
    if (!given[prefix]) continue;
    const meant = defaultsOnly
      ? defaultOf(plan.after, addressTypes[prefix])
      : addressOf(plan.after, addressTypes[prefix]);
    planAddress(plan, prefix, given[prefix], { values, current: meant });
  }
  return plan;
}

/** The fields that the row says something about, by the address they belong to. */
function fieldsByPrefix(values: Record<string, Value>): Partial<Record<string, string[]>> {
  const given: Partial<Record<string, string[]>> = {};
  for (const field in values) {
    const dot = field.indexOf('.');
    if (dot < 0) continue;
    const prefix = field.slice(0, dot);
    if (!(prefix in addressTypes)) continue;
    const list = given[prefix];
    if (list) list.push(field);
    else given[prefix] = [field];
  }
  return given;
}

export const highestNumber = (addresses: readonly LiveAddress[]): number =>
  Math.max(0, ...addresses.map(({ number }) => number));

/** Which address of a type is the one that a column means. They stand in the order of their numbers. */
export function addressOf(addresses: readonly LiveAddress[], type: string): LiveAddress | undefined {
  return defaultOf(addresses, type) ?? addresses.find((address) => address.type === type);
}

export const defaultOf = (addresses: readonly LiveAddress[], type: string): LiveAddress | undefined =>
  addresses.find((address) => address.type === type && address.isDefault);

function planAddress(
  plan: AddressPlan,
  prefix: AddressPrefix,
  fields: string[],
  { values: given, current }: { values: Record<string, Value>; current: LiveAddress | undefined },
): void {
  const type = addressTypes[prefix];
  const values = { ...current?.values };
  let changed = false;
  for (const field of fields) {
    const name = field.slice(prefix.length + 1);
    const value = given[field]!;
    const old = current?.values[name] ?? null;
    if (old === value) continue;
    plan.patch[field] = [old, value];
    values[name] = value;
    changed = true;
  }
  if (!changed) return;
  const remove = Object.values(values).every((value) => value === null || value === undefined);
  const number = current?.number ?? ++plan.highest;
  plan.targets[prefix] = { number, isNew: !current, remove };
  const others = plan.after.filter((address) => address !== current);
  plan.after = remove
    ? others
    : [...others, { number, type, isDefault: current?.isDefault ?? true, values }].sort(
        (one, other) => one.number - other.number,
      );
}
