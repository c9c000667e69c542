import { typeLabel } from '../customer/address-type';
import type { AttributeDefinition } from '../customer/attribute';
import { labelOf } from '../customer/attribute-field';
import { brief } from '../customer/brief';
import { addressColumns, type Value } from '../customer/fields';
import { parseStored } from '../customer/json';

/** One line of a change: old → new, null where it is blank. */
export interface ChangeLine {
  field: string;
  label: string;
  old: Value;
  now: Value;
}

/** The changes of a patch, field by field; each address of a list on a line of its own, in words. */
export const changeLines = (
  patch: Record<string, [old: Value, now: Value]>,
  attributes?: readonly AttributeDefinition[],
): ChangeLine[] =>
  Object.entries(patch).flatMap(([field, [old, now]]) =>
    field === 'addresses' ? addressLines(old, now) : [{ field, label: labelOf(field, attributes), old, now }],
  );

/** As `planAddressList` writes it: what differs, beside what tells the address from others. */
type Side = { id: number; type: string; isDefault: boolean } & Record<string, Value | boolean>;

function addressLines(before: Value, after: Value): ChangeLine[] {
  const [old, now] = [sideOf(before), sideOf(after)];
  const ids = [...new Set([...old, ...now].map(({ id }) => id))];
  return ids.map((id) => {
    const [was, is] = [old.find((each) => each.id === id), now.find((each) => each.id === id)];
    const label = `${typeLabel((is ?? was)!.type)} ${id}`;
    return { field: 'addresses', label, old: was ? inWords(was, is) : null, now: is ? inWords(is, was) : null };
  });
}

const sideOf = (value: Value): Side[] => {
  const list = parseStored(value);
  return Array.isArray(list) ? list : [];
};

/** A new or removed address by its values, another one by the parts that differ. */
function inWords(side: Side, other: Side | undefined): string {
  const parts = addressColumns.flatMap(({ name, label }) => {
    if (!(name in side)) return [];
    const text = brief(`address.${name}`, side[name] as Value);
    if (other) return [`${label}: ${text || 'blank'}`];
    return text ? [text] : [];
  });
  const flag = other && other.isDefault !== side.isDefault ? [side.isDefault ? 'default' : 'not default'] : [];
  return [...parts, ...flag].join(', ');
}
