import type { AttributeDefinition, AttributeType } from './attribute';
import { attributeChars, attributePrefix, type Field, type FieldKind } from './fields';

const kinds: Record<AttributeType, FieldKind> = {
  text: 'text',
  number: 'decimal',
  whole: 'whole',
  date: 'date',
  boolean: 'boolean',
  list: 'option',
};

/** The field that a defined attribute is. */
export const attributeField = ({ name, label, type, options }: AttributeDefinition): Field => ({
  name: attributePrefix + name,
  label: label ?? name,
  group: 'Attributes',
  kind: kinds[type],
  max: attributeChars,
  column: '',
  loose: true,
  ...(type === 'list' ? { options } : {}),
});

/** The name of the attribute behind a field; null where it is another kind of field. */
export const attributeOf = (field: string): string | null =>
  field.startsWith(attributePrefix) ? field.slice(attributePrefix.length) : null;
