/** What a value looks like, told without turning it into anything. Called for every cell, so no regular expressions. */

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Digits only; leading zeros count. */
export const isWholeNumber = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) if (!isDigit(text.charCodeAt(index))) return false;
  return text !== '';
};

/** Something before one `@`, and a dot with something around it after; no blanks. */
export const isEmail = (text: string): boolean => {
  const at = text.indexOf('@');
  if (at < 1 || text.length > 320 || text.indexOf('@', at + 1) >= 0) return false;
  const dot = text.lastIndexOf('.');
  return dot > at + 1 && dot < text.length - 1 && text.indexOf(' ') < 0;
};

/** Seven to fifteen digits with nothing but `+ ( ) - . /` and blanks between; bare digits only when as long as phones. */
export const isPhone = (text: string): boolean => {
  if (text.length < 7 || text.length > 25) return false;
  let digits = 0;
  let signs = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isDigit(code)) digits++;
    // blank ( ) - . / and + at the front
    else if ((code === 43 && digits === 0) || code === 32 || (code >= 40 && code <= 47 && code !== 42 && code !== 44)) {
      if (code === 43 && index > 1) return false;
      signs++;
    } else return false;
  }
  if (digits > 15 || text.charCodeAt(text.length - 1) === 45) return false;
  if (signs === 0) return digits >= (text.charCodeAt(0) === 48 ? 9 : 10);
  return digits >= 7 && dateShape(text) === null;
};

export type DateShape = 'dmy' | 'mdy' | 'ymd' | 'ambiguous';

/**
 * Which orders a value allows that is written as a date with `/`, `-` or `.`, with or without a time behind it; null
 * when it is not written as a date or no order makes it one. Both parts up to 12 are `ambiguous`.
 */
export const dateShape = (text: string): DateShape | null => {
  if (text.length < 6 || text.length > 30 || !isDigit(text.charCodeAt(0))) return null;
  const first = digitsFrom(text, 0);
  const separator = text.charCodeAt(first);
  if (separator !== 47 && separator !== 45 && separator !== 46) return null;
  const second = digitsFrom(text, first + 1);
  if (second === first + 1 || second - first > 3 || text.charCodeAt(second) !== separator) return null;
  const third = digitsFrom(text, second + 1);
  if (third < text.length && !startsTime(text, third)) return null;
  const one = Number(text.slice(0, first));
  const two = Number(text.slice(first + 1, second));
  const lastLength = third - second - 1;
  if (first === 4) return lastLength >= 1 && lastLength <= 2 && isMonth(two) ? 'ymd' : null;
  if (first > 2 || (lastLength !== 4 && lastLength !== 2)) return null;
  if (isMonth(one) && isMonth(two)) return 'ambiguous';
  if (isDay(one) && isMonth(two)) return 'dmy';
  return isMonth(one) && isDay(two) ? 'mdy' : null;
};

const digitsFrom = (text: string, from: number): number => {
  let end = from;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
};

/** A blank or `T`, then a digit. */
const startsTime = (text: string, at: number): boolean =>
  (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 84) && isDigit(text.charCodeAt(at + 1));

const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isDay = (value: number): boolean => value >= 1 && value <= 31;

/** Whether a cell reads like a name of something: it has a letter and is no address, date, phone or code of digits. */
export const isWord = (text: string): boolean => {
  if (text.length > 100 || /^(true|false|yes|no|null|n\/a|#.*[!?]|#N\/A)$/i.test(text)) return false;
  if (text.includes('@') || /^https?:/i.test(text) || dateShape(text) !== null) return false;
  if (!/\p{L}/u.test(text)) return text === '#' || text === '№';
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  return digits * 2 <= text.length;
};
