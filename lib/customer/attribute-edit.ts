import type { LiveAttribute } from '../customer-records';
import type { AttributeDefinition } from './attribute';
import { attributeField } from './attribute-field';
import { attributeChars, attributePrefix, type Field } from './fields';
import { isSensitiveAttribute } from './sensitive-names';

/** An attribute as it can be changed by hand; `value` is null where the customer has none. */
export interface EditableAttribute {
  field: Field;
  class: string;
  name: string;
  type: string;
  value: string | null;
}

/**
 * The attributes that a customer can have by hand: those that are defined, and as texts those it has besides. Their fields are
 * `attribute.NAME`, and `attribute.CLASS.NAME` where another one has that.
 */
export function editableAttributes(
  attributes: readonly LiveAttribute[],
  definitions: readonly AttributeDefinition[],
): EditableAttribute[] {
  const of = (definition: Pick<LiveAttribute, 'class' | 'name'>) =>
    attributes.find(({ class: group, name }) => group === definition.class && name === definition.name);
  const defined = definitions.map((definition) => ({
    field: attributeField(definition),
    class: definition.class,
    name: definition.name,
    type: definition.type,
    value: of(definition)?.value ?? null,
  }));
  const all = new Map<string, EditableAttribute>(defined.map((each) => [each.field.name, each]));
  for (const each of attributes) {
    if (definitions.some(({ class: group, name }) => group === each.class && name === each.name)) continue;
    const plain = attributePrefix + each.name;
    const name = all.has(plain) ? `${attributePrefix}${each.class}.${each.name}` : plain;
    if (!all.has(name)) all.set(name, { ...each, field: textField(name, each) });
  }
  return [...all.values()];
}

/** What people read of an attribute that has no label: its class and name. */
export const titleOf = ({ class: group, name }: Pick<LiveAttribute, 'class' | 'name'>): string =>
  group ? `${group} · ${name}` : name;

const textField = (name: string, attribute: LiveAttribute): Field => ({
  ...{
    name,
    label: titleOf(attribute),
    group: 'Attributes',
    kind: isSensitiveAttribute(attribute) ? 'refused' : 'text',
    max: attributeChars,
    column: '',
  },
  loose: true,
});
