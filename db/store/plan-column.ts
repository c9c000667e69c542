/**
 * The column `plan`: `[values, derived, addresses, lists]` as JSON without the names of fields, for there is one for every row
 * of every file. `values` are in the order of `fedFields`, `derived` is `[email key, name key, company key, search]` or
 * null, `addresses` is `{prefix: [number, remove]}` or null. `lists` is left out where there are none: the addresses as
 * `[number, remove, type, default, part, …]` in the order of `addressColumns`, and the attributes as `[class, name, type, value]`.
 */
import { addressColumns, type Value } from '../../lib/customer/fields';
import type { ListTargets, LiveAddress } from '../../lib/customer-records';
import type { PlannedRow } from '../../lib/records';

/** In `values`, a field that the row clears. Null stands for one that it says nothing about. */
const cleared: [] = [];

/** What a creation clears is left out: there is nothing to clear. */
export function packPlan(fields: string[], { values, disposition, derived, addresses, lists }: PlannedRow): string {
  const none = disposition === 'create' ? null : cleared;
  const list = new Array(fields.length);
  for (let at = 0; at < fields.length; at++) {
    const value = values[fields[at]!];
    list[at] = value === undefined ? null : value === null ? none : value;
  }
  const keys = derived && [derived.emailKey, derived.nameKey, derived.companyKey, derived.search];
  const packed = [list, keys, packAddresses(addresses)];
  return JSON.stringify(lists ? [...packed, packLists(lists)] : packed);
}

const packLists = ({ addresses = [], attributes = [] }: ListTargets) => ({
  addresses: addresses.map(({ number, remove, type, isDefault, values }) => [
    ...[number, remove ? 1 : 0, type, isDefault ? 1 : 0],
    ...addressColumns.map(({ name }) => values[name] ?? null),
  ]),
  attributes: attributes.map(({ class: group, name, type, value }) => [group, name, type, value]),
});

/** Where the parts of a listed address begin. */
export const listedParts = 4;

function packAddresses(addresses: PlannedRow['addresses']): Record<string, [number, 0 | 1]> | null {
  let packed: Record<string, [number, 0 | 1]> | null = null;
  for (const prefix in addresses) {
    const target = addresses[prefix];
    if (!target) continue;
    packed ??= {};
    packed[prefix] = [target.number, target.remove ? 1 : 0];
  }
  return packed;
}

/** The addresses of a packed plan that a list in the row wrote. */
export function unpackAddresses(plan: string): LiveAddress[] {
  const [, , , lists] = JSON.parse(plan) as [unknown, unknown, unknown, { addresses: (Value | typeof cleared)[][] }?];
  return (lists?.addresses ?? []).map(([number, , type, isDefault, ...parts]) => ({
    number: number as number,
    type: type as string,
    isDefault: isDefault === 1,
    values: Object.fromEntries(addressColumns.map(({ name }, at) => [name, (parts[at] ?? null) as Value])),
  }));
}

/** The values of a packed plan, by field. */
export function unpackValues(fields: string[], plan: string): Record<string, Value> {
  const [list] = JSON.parse(plan) as [(Value | typeof cleared)[]];
  const values: Record<string, Value> = {};
  for (const [at, field] of fields.entries()) {
    const value = list[at];
    if (value !== null && value !== undefined) values[field] = Array.isArray(value) ? null : value;
  }
  return values;
}
