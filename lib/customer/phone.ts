import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import { isCallable, national, withCallingCode } from './phone-plan';
import type { Reading } from './reading';

export interface PhoneForm {
  /** `+31201234567`, or null where the number is in doubt. */
  e164: string | null;
  doubt?: 'phone_no_country' | 'phone_unlikely';
}

/** Digits with the marks people put between them; anything else (letters, extensions) goes the slow way. */
const simple = /^\+?[\d\s().\-/]+$/;

/**
 * The E.164 form of a phone. Numbering plans are libphonenumber's `min` data, which knows lengths and leading digits but
 * not every area code, so that a new one is not called unlikely. A full parse costs 10 µs; what is written in plain
 * digits is decided by one compiled pattern of its calling code instead.
 * @param country the ISO 3166 country for numbers written without one
 */
export function e164(text: string, country: string | undefined): PhoneForm {
  const quick = simple.test(text) ? plain(text, country) : null;
  const number = quick ?? parsed(text, country);
  if (number !== null) return { e164: number };
  const international = /^\s*\(?\s*(?:\+|00[1-9])/.test(text.normalize('NFKC'));
  return { e164: null, doubt: international ? 'phone_unlikely' : 'phone_no_country' };
}

/** What was sent is what is stored; a doubt is a warning, with the international form where it can be told. */
export function readPhone(text: string, country: string | undefined): Reading {
  const { doubt } = e164(text, country);
  if (doubt === undefined) return { value: text };
  return { value: text, code: doubt, suggestion: suggested(text, country) };
}

function plain(text: string, country: string | undefined): string | null {
  const digits = text.replace(/\D/g, '');
  if (text.includes('+') || digits.startsWith('00')) return withCallingCode(digits.replace(/^00/, ''));
  return country === undefined ? null : national(digits, country);
}

/** Longer texts are no numbers (E.164 has 15 digits), and the parser is slow on them. */
function parsed(text: string, country: string | undefined): string | null {
  if (text.length > 60 || !/\p{Nd}/u.test(text)) return null;
  const region = isCallable(country) ? country : undefined;
  if (region === undefined && !/[+＋]/.test(text)) return null;
  const number = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false }, metadata);
  return number?.isValid() ? number.number : null;
}

/** A plus in front of a national number. */
function suggested(text: string, country: string | undefined): string | undefined {
  if (country === undefined || !simple.test(text)) return undefined;
  return national(text.replace(/\D/g, ''), country) ?? undefined;
}
