import { issueCatalogue } from '../issue-catalogue';
import type { DateOrder } from '../mapping';
import { readAddressList } from './address-list';
import { readAttributeList } from './attribute-list';
import { readBoolean } from './boolean';
import { cleanText } from './clean-text';
import { readCountry } from './country';
import { readDate } from './date';
import { readEmail } from './email';
import { readEmails } from './emails';
import { attributeChars, type Field, type FieldKind } from './fields';
import { readGender } from './gender';
import { readInteger } from './integer';
import { readLanguage } from './language';
import { readLocale } from './locale';
import { readDecimal, readWhole } from './number';
import { readOffset } from './offset';
import { readOption } from './option';
import { readPhone } from './phone';
import { readJson, readParts } from './read-json';
import type { Reading } from './reading';
import { readSensitive } from './sensitive';
import { isSensitiveAttribute, refusedAttribute } from './sensitive-names';
import { readTimestamp } from './timestamp';

/** An attribute as it was defined, whatever type somebody says it has. */
export interface DefinedAttribute {
  field: Field;
  type: string;
}

export interface NormaliseContext {
  /** The order of dates like 1/2/1984; null while undecided. */
  dateOrder: DateOrder | null;
  /** The ISO 3166 country of the row, for phones written without one. */
  country?: string;
  /** The defined attribute of that class and name, for those that stand in a list. */
  attribute?: (group: string, name: string) => DefinedAttribute | undefined;
}

export interface Normalised extends Reading {
  /** The value differs from the text only by date, number or code form. */
  form?: boolean;
  /** Invisible or broken characters were taken out. */
  removed?: boolean;
}

/**
 * The text of one cell, already known not to be blank, as the value that is stored.
 * @returns the value; or null with the code of an error; or null with the warning `characters_replaced` where nothing
 *   but invisible characters was in the cell, which then counts as blank. A stored value comes back unchanged.
 */
export function normalise(field: Field, text: string, context: NormaliseContext): Normalised {
  const { text: cleaned, removed } = cleanText(text);
  if (isJson.has(field.kind)) return normaliseJson(field, text, cleaned, context);
  if (cleaned === '') return { value: null, code: 'characters_replaced', removed: true };
  const result: Normalised = readers[field.kind](cleaned, context, field);
  if (typeof result.value === 'string' && isTooLong(result.value, field.max)) return tooLong(field.max);
  if (removed) {
    result.removed = true;
    result.code ??= 'characters_replaced';
  } else if (cleaned === text && result.value !== null && result.value !== text) {
    result.form = true;
  }
  return result;
}

/** Kinds in JSON, whose texts are what stands in them, to the letter. */
const isJson = new Set<FieldKind>(['json', 'addresses', 'attributes']);

/** JSON as it came; only where that is none, without what is unseen in the cell around it. */
function normaliseJson(field: Field, text: string, cleaned: string, context: NormaliseContext): Normalised {
  const read = readers[field.kind];
  let result: Normalised = read(text, context, field);
  if (result.value === null && result.code === 'invalid_json' && cleaned !== text) {
    if (cleaned === '') return { value: null, code: 'characters_replaced', removed: true };
    result = read(cleaned, context, field);
  }
  if (typeof result.value === 'string' && isTooLong(result.value, field.max)) return tooLong(field.max);
  return result.value === null || result.value === text ? result : { ...result, form: true };
}

/** Whether the value is null because of an error, and not because nothing visible was in the cell. */
export const isError = (result: Reading): boolean =>
  result.code !== undefined && issueCatalogue[result.code].severity === 'error';

const readers: Record<FieldKind, (text: string, context: NormaliseContext, field: Field) => Reading> = {
  text: (text) => ({ value: text }),
  email: readEmail,
  phone: (text, context) => readPhone(text, context.country),
  date: (text, context) => readDate(text, context.dateOrder),
  integer: readInteger,
  country: readCountry,
  language: readLanguage,
  locale: readLocale,
  gender: readGender,
  offset: readOffset,
  sensitive: readSensitive,
  refused: () => ({ ...refusedAttribute }),
  emails: readEmails,
  whole: readWhole,
  decimal: readDecimal,
  boolean: readBoolean,
  timestamp: readTimestamp,
  option: (text, _context, { options = [] }) => readOption(text, options),
  json: (text, _context, { name }) => (name === 'metadata' ? readJson(text) : readParts(text)),
  addresses: (text, context) =>
    readAddressList(text, (part, value, country = context.country) =>
      inWords(normalise({ ...part, label: '', group: 'General' } as Field, value, { ...context, country })),
    ),
  attributes: (text, context) =>
    readAttributeList(text, (group, name, type, value) => {
      const defined = context.attribute?.(group, name);
      if (isSensitiveAttribute({ class: group, name, type })) return { ...inWords(refusedAttribute), type: null };
      if (!defined) return { ...normalise(undefinedAttribute, value, context), type: null };
      return { ...inWords(normalise(defined.field, value, context)), type: defined.type };
    }),
};

/** What an attribute is that nobody has defined. */
const undefinedAttribute = {
  name: '',
  label: '',
  group: 'Attributes',
  kind: 'text',
  max: attributeChars,
  column: '',
} as Field;

/** A reading within a list says itself what is wrong with it. */
const inWords = (reading: Normalised): Normalised =>
  reading.code === undefined
    ? reading
    : { ...reading, message: reading.message ?? issueCatalogue[reading.code].message };

/** Characters are code points, as PostgreSQL counts them. */
const isTooLong = (text: string, max: number): boolean => text.length > max && [...text].length > max;

const tooLong = (max: number): Normalised => ({
  value: null,
  code: 'too_long',
  message: `Shorten the text to ${max} characters.`,
});
