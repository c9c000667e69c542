import { asText, parsed } from './address-list';
import { attributeChars, type Value } from './fields';
import type { Reading } from './reading';

/** One attribute as a row states it; null takes it away. */
export interface StatedAttribute {
  class: string;
  name: string;
  type: string | null;
  value: string | null;
}

const wordChars = 100;

/**
 * A list of attributes in JSON: objects with `name`, `value` and, where they have them, `class` and `type`. Without a value an
 * attribute is taken away. Kept as a list of `StatedAttribute`.
 * @param read checks the value of an attribute that is defined
 */
export function readAttributeList(text: string, read: (name: string, text: string) => Reading): Reading {
  const list = parsed(text);
  if (!list) return notAList;
  const stated: StatedAttribute[] = [];
  for (const { class: its = '', name, type = null, value = null } of list) {
    const word = asText(value);
    if (!isWord(its) || !isWord(name) || name.trim() === '' || !(type === null || isWord(type))) {
      return {
        ...notAList,
        message: `Every attribute needs a name. Name, class and type have at most ${wordChars} characters.`,
      };
    }
    if (word === undefined || (word !== null && word.length > attributeChars)) {
      return { ...notAList, message: `Attribute ${name}: enter a value of at most ${attributeChars} characters.` };
    }
    const reading = word === null || word.trim() === '' ? cleared : read(name, word);
    if (reading.value === null && reading.code) {
      return {
        ...reading,
        suggestion: undefined,
        message: `Attribute ${name}: ${reading.message ?? 'it cannot be read.'}`,
      };
    }
    stated.push({ class: its, name, type, value: reading.value === null ? null : String(reading.value) });
  }
  return { value: JSON.stringify(stated) };
}

/** The attributes of a stored list. */
export const statedAttributes = (value: Value | undefined): StatedAttribute[] =>
  typeof value === 'string' ? JSON.parse(value) : [];

const cleared: Reading = { value: null };
const isWord = (value: unknown): value is string => typeof value === 'string' && value.length <= wordChars;

const notAList = {
  value: null,
  code: 'invalid_json' as const,
  message: 'Enter a list in JSON, like [{"name": "LOYALTY_TIER", "value": "gold"}].',
};
