import type { DateOrder, Delimiter, Encoding } from '@/lib/mapping';

/** How what was found in a file is called on the page. */
export const delimiterWords: Record<Delimiter, string> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Vertical bar |',
};

export const encodingWords: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252, Western',
  'iso-8859-1': 'ISO-8859-1, Western',
  'iso-8859-2': 'ISO-8859-2, Central European',
  'windows-1250': 'Windows-1250, Central European',
  'windows-1251': 'Windows-1251, Cyrillic',
  'iso-8859-15': 'ISO-8859-15, Western with €',
  macintosh: 'Macintosh',
};

export const dateOrderWords: Record<DateOrder, string> = {
  dmy: 'day-month-year',
  mdy: 'month-day-year',
  ymd: 'year-month-day',
};

/** Options of a select from a table of words. */
export const optionsOf = <K extends string>(words: Record<K, string>): { value: K; label: string }[] =>
  (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }));
