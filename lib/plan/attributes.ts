import type { AttributeDefinition } from '../customer/attribute';
import { attributeOf } from '../customer/attribute-field';
import { type StatedAttribute, statedAttributes } from '../customer/attribute-list';
import { attributePrefix, type Value } from '../customer/fields';
import type { ListTargets, LiveAttribute, Patch } from '../customer-records';

interface AttributePlan {
  targets: NonNullable<ListTargets['attributes']>;
  patch: Patch;
}

/**
 * What a row does to the attributes of a customer: by its list, and by the columns of those that are defined. Known by class and
 * name; without a value one is taken away, and null in the place of the list takes away all.
 */
export function planAttributes(
  attributes: LiveAttribute[],
  values: Record<string, Value>,
  definitions: AttributeDefinition[],
): AttributePlan {
  const cleared = values.attributes === null ? attributes.map((each) => ({ ...each, value: null })) : [];
  const stated = [...cleared, ...statedAttributes(values.attributes), ...fromColumns(values, definitions)];
  const plan: AttributePlan = { targets: [], patch: {} };
  const now = new Map(attributes.map((each) => [keyOf(each), each]));
  const touched = new Set<string>();
  for (const given of stated) {
    const key = keyOf(given);
    const old = now.get(key);
    if (given.value === null) now.delete(key);
    else now.set(key, { ...given, type: given.type ?? old?.type ?? 'text', value: given.value });
    touched.add(key);
  }
  const before = new Map(attributes.map((each) => [keyOf(each), each]));
  for (const key of touched) {
    const [old, its] = [before.get(key), now.get(key)];
    if (old?.value === its?.value && old?.type === its?.type) continue;
    const { class: group, name, type } = (its ?? old)!;
    plan.targets.push({ class: group, name, type, value: its?.value ?? null });
    if (old?.value !== its?.value)
      plan.patch[fieldOf(group, name, plan.patch)] = [old?.value ?? null, its?.value ?? null];
    if (old && its && old.type !== its.type)
      plan.patch[fieldOf(group, `${name}.type`, plan.patch)] = [old.type, its.type];
  }
  return plan;
}

const keyOf = ({ class: group, name }: Pick<LiveAttribute, 'class' | 'name'>): string => JSON.stringify([group, name]);

function fromColumns(values: Record<string, Value>, definitions: AttributeDefinition[]): StatedAttribute[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const name = attributeOf(field);
    if (name === null) return [];
    const { class: group = '', type = 'text' } = definitions.find((each) => each.name === name) ?? {};
    return [{ class: group, name, type, value: value === null ? null : String(value) }];
  });
}

/**
 * Two attributes of different classes may have one name; the second then shows its class. A name may look like another with its class:
 * then it gets a number.
 */
function fieldOf(group: string, name: string, taken: Patch): string {
  const plain = attributePrefix + name;
  if (!(plain in taken)) return plain;
  const classed = `${attributePrefix}${group}.${name}`;
  let field = classed;
  for (let at = 2; field in taken; at++) field = `${classed} (${at})`;
  return field;
}
