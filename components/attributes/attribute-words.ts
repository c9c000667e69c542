import { type AttributeDefinition, type AttributeType, attributeTypes } from '@/lib/customer/attribute';

export const typeWords: Record<AttributeType, string> = {
  text: 'Text',
  number: 'Number',
  whole: 'Whole number',
  date: 'Date',
  boolean: 'Yes or no',
  list: 'One of a list',
};

export const typeChoices = attributeTypes.map((type) => ({ value: type, label: typeWords[type] }));

const namedOptions = 3;

/** `gold, silver, bronze and 4 more`. */
export function optionWords({ options }: Pick<AttributeDefinition, 'options'>): string {
  const more = options.length - namedOptions;
  const named = options.slice(0, namedOptions).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}
