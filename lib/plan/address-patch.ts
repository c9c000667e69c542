import { type AddressPrefix, addressColumns, addressPrefixes, addressTypes, type Value } from '../customer/fields';
import type { LiveAddress, Patch } from '../customer-records';
import { addressOf, defaultOf } from './addresses';

/** An address that becomes another one: without `old` it is new, without `now` it is removed. */
interface AddressChange {
  number: number;
  old?: LiveAddress;
  now?: LiveAddress;
  /** The parts that differ. */
  names: string[];
}

/** Every address that becomes another one, by its number. */
export function changesOf(before: LiveAddress[], after: LiveAddress[]): AddressChange[] {
  const numbers = [...new Set([...before, ...after].map(({ number }) => number))].sort((one, other) => one - other);
  return numbers.flatMap((number) => {
    const [old, now] = [before, after].map((list) => list.find((address) => address.number === number));
    const names = Object.keys({ ...old?.values, ...now?.values }).filter(
      (name) => (old?.values[name] ?? null) !== (now?.values[name] ?? null),
    );
    if (old && now && names.length === 0 && old.isDefault === now.isDefault && old.type === now.type) return [];
    return [{ number, old, now, names }];
  });
}

/**
 * The addresses, by their numbers, to which a column of a prefix would have done what the list does: so the history is the
 * same, whichever way a change came.
 */
function columnsOf(before: LiveAddress[], after: LiveAddress[]): Map<number, AddressPrefix> {
  const columns = new Map<number, AddressPrefix>();
  for (const prefix of addressPrefixes) {
    const type = addressTypes[prefix];
    const meant = defaultOf(before, type) ?? madeByColumn(before, after, type) ?? addressOf(before, type);
    const now = meant && after.find(({ number }) => number === meant.number);
    if (meant && (!now || now.type === type)) columns.set(meant.number, prefix);
  }
  return columns;
}

/** The one that a column would have made: it is the default of a type that had none. */
function madeByColumn(before: LiveAddress[], after: LiveAddress[], type: string): LiveAddress | undefined {
  const now = addressOf(after, type);
  return now?.isDefault && !before.some(({ number }) => number === now.number) ? now : undefined;
}

/** What becomes of all addresses of a customer, for the history. */
export const patchBetween = (before: LiveAddress[], after: LiveAddress[]): Patch =>
  patchOf(changesOf(before, after), columnsOf(before, after));

/** In columns the parts of the addresses that have one; in one entry for the list all else, naming only what differs. */
function patchOf(changes: AddressChange[], columns: Map<number, AddressPrefix>): Patch {
  const patch: Patch = {};
  const sides: [object[], object[]] = [[], []];
  for (const { number, old, now, names } of changes) {
    const prefix = columns.get(number);
    if (prefix) {
      for (const { name } of addressColumns) {
        if (names.includes(name)) patch[`${prefix}.${name}`] = [old?.values[name] ?? null, now?.values[name] ?? null];
      }
      if (!old || !now || old.isDefault === now.isDefault) continue;
    }
    const left = prefix ? [] : names;
    if (old) sides[0].push(shown(old, left));
    if (now) sides[1].push(shown(now, left));
  }
  if (sides.every((side) => side.length === 0)) return patch;
  const [old, now] = sides.map((side) => (side.length === 0 ? null : JSON.stringify(side))) as [Value, Value];
  return { ...patch, addresses: [old, now] };
}

/** `number` is the one of the house here. */
const shown = ({ number, type, isDefault, values }: LiveAddress, names: string[]) => ({
  ...{ id: number, type, isDefault },
  ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
});
