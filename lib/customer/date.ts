import type { DateOrder } from '../mapping';
import { monthOf } from './month';
import type { Reading } from './reading';

const iso = /^(\d{4})-(\d\d)-(\d\d)$/;
const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})\.?$/;
const together = /^(\d{4})(\d\d)(\d\d)$/;
const numeric = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$/;
/** Midnight is how programs write a date without a time; any other time would be lost, so it is an error. */
const midnight = /^(.*\d)(?:T|\s+)(?:00:00(?::00(?:\.0+)?)?\s*(?:Z|[+-]00:?00)?|12:00(?::00)?\s*AM)$/i;
const withTime = /^(.*\d)(?:T|\s+)\d{1,2}:\d\d.*$/i;

/** The two-digit years from here on are of the 20th century, as in spreadsheet programs. */
const pivot = 30;

/**
 * A date as `yyyy-mm-dd`. Year first always passes, so do names of months in five languages. Between day first and month
 * first `order` decides; without it a date that both allow is the error `ambiguous_date`, unless both say the same day.
 */
export function readDate(text: string, order: DateOrder | null): Reading {
  const exact = iso.exec(text);
  if (exact) return taken(day(exact[1], exact[2], exact[3]));
  if (text.length > 60) return { value: null, code: 'invalid_date' };
  const bare = midnight.exec(text)?.[1];
  if (bare !== undefined) return readDate(bare.trim(), order);
  const timed = withTime.exec(text)?.[1];
  if (timed !== undefined) return { value: null, code: 'invalid_date', suggestion: suggested(timed.trim(), order) };
  const plain = yearFirst.exec(text);
  if (plain) return taken(day(plain[1], plain[3], plain[4]));
  const tight = together.exec(text);
  if (tight) return taken(day(tight[1], tight[2], tight[3]));
  const parts = numeric.exec(text);
  return parts ? ordered(parts[1] as string, parts[2] as string, parts[3] as string, order) : taken(named(text));
}

const taken = (value: string | null): Reading => (value === null ? { value, code: 'invalid_date' } : { value });

const suggested = (text: string, order: DateOrder | null): string | undefined => {
  const { value } = readDate(text, order);
  return value === null ? undefined : String(value);
};

/** Three numbers whose last one may be the year. */
function ordered(first: string, second: string, third: string, order: DateOrder | null): Reading {
  const readings = {
    dmy: day(third, second, first),
    mdy: day(third, first, second),
    ymd: third.length === 2 && first.length === 2 ? day(first, second, third) : null,
  };
  // Year first says nothing about a date whose year stands last.
  const known = order === 'ymd' && third.length === 4 ? null : order;
  const possible = [...new Set(Object.values(readings).filter((value) => value !== null))];
  if (known !== null) {
    if (readings[known] !== null) return { value: readings[known] };
    return { value: null, code: 'invalid_date', suggestion: possible.length === 1 ? possible[0] : undefined };
  }
  const both = readings.dmy !== null && readings.mdy !== null && readings.dmy !== readings.mdy;
  // There is nothing to choose where all dates are to be year first.
  const message = order === 'ymd' ? 'Enter the date as year-month-day, like 1984-02-28.' : undefined;
  if (both) return { value: null, code: 'ambiguous_date', message };
  return taken(readings.dmy ?? readings.mdy ?? readings.ymd);
}

/** `28 feb 1984`, `Feb 28, 1984`, `28. Februar 1984`, `28 de febrero de 1984`, `1er mars 1984`. */
function named(text: string): string | null {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th|er|º|°)\b\.?/gi, '$1')
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, '$1$2 ')
    .split(/[\s.,/-]+/)
    .filter((word) => word !== '' && !/^(?:de|del|of|den|the|le|el)$/i.test(word));
  const [first = '', second = '', third = ''] = words;
  if (words.length !== 3) return null;
  const middle = monthOf(second);
  if (middle !== null) return first.length === 4 ? day(first, middle, third) : day(third, middle, first);
  const lead = monthOf(first);
  return lead === null ? null : day(third, lead, second);
}

/** The date in ISO form, or null where the calendar does not have it. */
function day(year = '', month = '', date = ''): string | null {
  if (!/^(?:\d{4}|\d{2})$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(date)) return null;
  const y = year.length === 4 ? Number(year) : Number(year) + (Number(year) < pivot ? 2000 : 1900);
  const m = Number(month);
  const d = Number(date);
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null;
  return `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
