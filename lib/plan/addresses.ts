import type { StatedAddress } from '../customer/address-list';
import { type AddressPrefix, addressPrefixes, addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, Patch } from '../customer-records';
import type { PlannedRow } from '../records';

interface AddressPlan {
  targets: PlannedRow['addresses'];
  patch: Patch;
  /** The addresses as they will be. */
  after: LiveAddress[];
  /** The prefixes that the row says something about. */
  given: AddressPrefix[];
  /** Of the last address that there was or that is new: a number of one that is removed is not given to another. */
  highest: number;
}

/**
 * Which address each prefix of a row writes to: the default one of its type, else the one with the lowest number, else
 * a new one. An address left with nothing but blanks is removed.
 */
export function planAddresses(addresses: LiveAddress[], values: Record<string, Value>): AddressPlan {
  const plan: AddressPlan = { targets: {}, patch: {}, after: addresses, given: [], highest: highestNumber(addresses) };
  const given = fieldsByPrefix(values);
  for (const prefix of addressPrefixes) {
    if (!given[prefix]) continue;
    plan.given.push(prefix);
    planAddress(plan, prefix, given[prefix], values);
  }
  return plan;
}

/** What makes the addresses that columns write the defaults of types that have none. A new one is a default by itself. */
export const lackingDefaults = ({ given, targets, after }: AddressPlan): StatedAddress[] =>
  given.flatMap((prefix) => {
    const type = addressTypes[prefix];
    const ofType = after.filter((address) => address.type === type);
    if (targets[prefix]?.remove || ofType.length === 0 || ofType.some((address) => address.isDefault)) return [];
    return [{ type, isDefault: true, values: {} }];
  });

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
  const ofType = addresses.filter((address) => address.type === type);
  return ofType.find((address) => address.isDefault) ?? ofType[0];
}

function planAddress(plan: AddressPlan, prefix: AddressPrefix, fields: string[], given: Record<string, Value>): void {
  const type = addressTypes[prefix];
  const current = addressOf(plan.after, type);
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
