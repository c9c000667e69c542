import { issueCatalogue } from '../issues';
import type { DateOrder } from '../mapping';
import { readAddressList } from './address-list';
import { readAttributeList } from './attribute-list';
import { readBoolean } from './boolean';
import { readCountry } from './country';
import { readDate } from './date';
import { readEmail } from './email';
import { readEmails } from './emails';
import type { Field, FieldKind } from './fields';
import { readGender } from './gender';
import { readInteger } from './integer';
import { readJson } from './json';
import { readLanguage } from './language';
import { readLocale } from './locale';
import { readDecimal, readWhole } from './number';
import { readOffset } from './offset';
import { readOption } from './option';
import { readPhone } from './phone';
import type { Reading } from './reading';
import { readSensitive } from './sensitive';
import { readTimestamp } from './timestamp';
import { isPlain, trimUnicode } from './trim-unicode';
import { withoutUnwanted } from './unwanted';

export interface NormaliseContext {
  /** The order of dates like 1/2/1984; null while undecided. */
  dateOrder: DateOrder | null;
  /** The ISO 3166 country of the row, for phones written without one. */
  country?: string;
  /** The defined attribute of that name, for those that stand in a list. */
  attribute?: (name: string) => Field | undefined;
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
  const { text: cleaned, removed } = clean(text);
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

/** Whether the value is null because of an error, and not because nothing visible was in the cell. */
export const isError = (result: Reading): boolean =>
  result.code !== undefined && issueCatalogue[result.code].severity === 'error';

/**
 * Text as it is stored: without unwanted characters, in NFC, trimmed.
 * @returns the text, and whether characters other than outer white space were taken out
 */
function clean(text: string): { text: string; removed: boolean } {
  if (isPlain(text)) return { text, removed: false };
  const trimmed = trimUnicode(text);
  const kept = withoutUnwanted(trimmed);
  return { text: trimUnicode(kept.normalize('NFC')), removed: kept !== trimmed };
}

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
  emails: readEmails,
  whole: readWhole,
  decimal: readDecimal,
  boolean: readBoolean,
  timestamp: readTimestamp,
  option: (text, _context, { options = [] }) => readOption(text, options),
  json: readJson,
  addresses: (text, context) =>
    readAddressList(text, (part, value, country = context.country) =>
      inWords(normalise({ ...part, label: '', group: 'General' } as Field, value, { ...context, country })),
    ),
  attributes: (text, context) =>
    readAttributeList(text, (name, value) => {
      const defined = context.attribute?.(name);
      return defined ? inWords(normalise(defined, value, context)) : { value };
    }),
};

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
