/** What kinds of values an attribute can have. */
export const attributeTypes = ['text', 'number', 'whole', 'date', 'boolean', 'list'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** An attribute that an administrator defined: a field of its own, `attribute.NAME`. */
export interface AttributeDefinition {
  name: string;
  label: string | null;
  class: string;
  type: AttributeType;
  options: string[];
  description: string | null;
}
