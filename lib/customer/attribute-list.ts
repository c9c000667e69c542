import { isSealed } from '../sealed';
import { asText } from './address-list';
import type { AttributeDefinition } from './attribute';
import { cleanText } from './clean-text';
import { attributeChars, type Value } from './fields';
import { parseStored } from './json';
import { nameFaults } from './name-faults';
import { holdsNumber } from './person-number';
import { areObjects, readObjects } from './read-json';
import type { Reading } from './reading';
import { isSensitiveAttribute, namesSensitive, refusedAttribute } from './sensitive-names';
import { trimUnicode } from './trim-unicode';

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
 * Class, name, type and value are stored as other texts are; what was defined has its own type, whatever stands here.
 * @param readValue the value of an attribute, and its type where it is defined
 */
export function readAttributeList(
  text: string,
  readValue: (group: string, name: string, type: string | null, text: string) => Reading & { type: string | null },
): Reading {
  // Nobody seals such a list but for what it states.
  if (isSealed(text)) return { ...refusedAttribute };
  const read = readObjects(text);
  if (!('list' in read)) return { ...notAList, message: read.message ?? notAList.message };
  const stated: StatedAttribute[] = [];
  const faults: (Reading & { message: string })[] = [];
  let removed = false;
  for (const given of read.list) {
    const word = asText(given.value ?? null);
    const [its, name] = [asWord(given.class ?? ''), asWord(given.name)];
    const type = given.type === undefined || given.type === null ? null : asWord(given.type);
    if (its === undefined || !name || type === undefined) {
      faults.push({ ...notAList, message: nameless });
      continue;
    }
    if (word === undefined || (word !== null && word.length > attributeChars)) {
      const message = `Attribute ${name}: enter a value of at most ${attributeChars} characters.`;
      faults.push({ ...notAList, message });
      continue;
    }
    const reading = word === null || trimUnicode(word) === '' ? cleared : readValue(its, name, type, word);
    removed ||= reading.code === 'characters_replaced';
    if (reading.value === null && reading.code && reading.code !== 'characters_replaced') {
      const message = `Attribute ${name}: ${reading.message ?? 'it cannot be read.'}`;
      faults.push({ ...reading, suggestion: undefined, message });
    }
    const value = reading.value === null ? null : String(reading.value);
    stated.push({ class: its, name, type: reading.type ?? (type || null), value });
  }
  if (faults.length > 0)
    return { ...faults[0]!, message: nameFaults([...new Set(faults.map(({ message }) => message))]) };
  return { value: JSON.stringify(stated), ...(removed && { code: 'characters_replaced' }) };
}

/**
 * Whether a list states a value for an attribute that takes none, so that it is not to be kept in clear.
 * @param definitions by whose labels attributes are known too
 */
export function statesSensitive(text: string, definitions: readonly AttributeDefinition[] = []): boolean {
  // Also of a list that is refused: it is in a cell all the same.
  const list = parseStored(text);
  if (!areObjects(list)) return false;
  return list.some(({ class: its, name, type, value }) => {
    const attribute = { class: asWord(its ?? '') ?? '', name: asWord(name) ?? '', type: asWord(type) };
    const known = definitions.find((each) => each.class === attribute.class && each.name === attribute.name);
    return (
      trimUnicode(asText(value ?? '') ?? '?') !== '' && isSensitiveAttribute({ ...attribute, label: known?.label })
    );
  });
}

/** Whether a text that is no list, as broken JSON is not, names such an attribute beside a number that is in it all the same. */
export const meansToState = (text: string): boolean =>
  holdsNumber(text) && text.split(/[^\p{L}\p{N} _-]+/u).some(namesSensitive);

/** The attributes of a stored list. */
export const statedAttributes = (value: Value | undefined): StatedAttribute[] =>
  typeof value === 'string' ? JSON.parse(value) : [];

const nameless = `Every attribute needs a name. Name, class and type have at most ${wordChars} characters.`;

const cleared: Reading & { type: null } = { value: null, type: null };

/** A class, name or type as it is stored; undefined where it is none. */
function asWord(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const { text } = cleanText(value);
  return text.length <= wordChars ? text : undefined;
}

const notAList = {
  value: null,
  code: 'invalid_json' as const,
  message: 'Enter a list in JSON, like [{"name": "LOYALTY_TIER", "value": "gold"}].',
};
