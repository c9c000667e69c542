import type { AttributeDefinition } from '../customer/attribute';
import { editableAttributes } from '../customer/attribute-edit';
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
  const changed = [...touched].filter((key) => {
    const [old, its] = [before.get(key), now.get(key)];
    return old?.value !== its?.value || old?.type !== its?.type;
  });
  if (changed.length === 0) return plan;
  const names = namesOf([...new Map([...before, ...now]).values()], definitions);
  for (const key of changed) {
    const [old, its] = [before.get(key), now.get(key)];
    const { class: group, name, type } = (its ?? old)!;
    plan.targets.push({ class: group, name, type, value: its?.value ?? null });
    const field = names.get(key) ?? `${attributePrefix}${group}.${name}`;
    if (old?.value !== its?.value) plan.patch[free(field, plan.patch)] = [old?.value ?? null, its?.value ?? null];
    if (old && its && old.type !== its.type) plan.patch[free(`${field}.type`, plan.patch)] = [old.type, its.type];
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

/** The fields of the attributes that a customer had or has, by which people and programs know them: so the history tells of the same. */
function namesOf(attributes: LiveAttribute[], definitions: AttributeDefinition[]): Map<string, string> {
  const inOrder = attributes.toSorted((one, other) => (inFront(one, other) ? -1 : 1));
  return new Map(editableAttributes(inOrder, definitions).map((each) => [keyOf(each), each.field.name]));
}

/** As they are read from the database, by class and name. */
const inFront = (one: LiveAttribute, other: LiveAttribute): boolean =>
  one.class < other.class || (one.class === other.class && one.name < other.name);

/** A name may look like another with its class, or like the type of another: then it gets a number. */
function free(field: string, taken: Patch): string {
  let name = field;
  for (let at = 2; name in taken; at++) name = `${field} (${at})`;
  return name;
}
