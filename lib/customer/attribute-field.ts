import type { AttributeDefinition, AttributeType } from './attribute';
import { attributeChars, attributePrefix, type Field, type FieldKind, findField } from './fields';
import { isSensitiveAttribute } from './sensitive-names';

const kinds: Record<AttributeType, FieldKind> = {
  text: 'text',
  number: 'decimal',
  whole: 'whole',
  date: 'date',
  boolean: 'boolean',
  list: 'option',
};

/** The field that a defined attribute is. */
export const attributeField = (definition: AttributeDefinition): Field => ({
  name: attributePrefix + definition.name,
  label: definition.label ?? definition.name,
  group: 'Attributes',
  kind: isSensitiveAttribute(definition) ? 'refused' : kinds[definition.type],
  max: attributeChars,
  column: '',
  loose: true,
  ...(definition.type === 'list' ? { options: definition.options } : {}),
});

/** The name of the attribute behind a field; null where it is another kind of field. */
export const attributeOf = (field: string): string | null =>
  field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : null;

/** The field of that name at a desk with these definitions: one of the list, or an attribute that is defined. */
export function deskField(name: string, definitions: readonly AttributeDefinition[]): Field | undefined {
  const own = attributeOf(name);
  if (own === null) return findField(name);
  const definition = definitions.find((each) => each.name === own);
  return definition && attributeField(definition);
}

/** What people read of a field: of an attribute the label where it is defined, else its class, if it has one, and its name. */
export const labelOf = (name: string, definitions: readonly AttributeDefinition[] = []): string =>
  deskField(name, definitions)?.label ?? attributeOf(name)?.replace(/^\./, '') ?? name;
