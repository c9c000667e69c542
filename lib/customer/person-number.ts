/** A social security number of the United States as it is written, and hardly anything else is. */
const dashed = /(?<!\d)\d{3}[-‐‑–]\d{2}[-‐‑–](\d{4})(?!\d)/;

/** Whether 123-45-6789 stands anywhere in a text. */
export const holdsDashed = (text: string): boolean => dashed.test(text);

/** Behind a word that names it, it may be written in any way. */
const named = /((?:ssn|bsn)[^\p{L}\p{N}]{0,3})\d{3}[^\p{L}\p{N}]?\d{2}[^\p{L}\p{N}]?(\d{4})(?!\d)/giu;

/** A text with the last four digits alone of each such number. */
export const withoutDashed = (text: string): string =>
  text.replace(new RegExp(dashed, 'g'), 'xxx-xx-$1').replace(named, '$1xxx-xx-$2');

const formed =
  /(?<![\p{L}\p{N}])(?:\d{3}[^\p{L}\p{N}]?\d{2}[^\p{L}\p{N}]?\d{4}|[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-z]|[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z])(?![\p{L}\p{N}])/iu;

/** Whether a number stands anywhere in a text that has the form of one of a person: nine digits, or letters and digits in a known order. */
export const holdsFormed = (text: string): boolean => formed.test(text);

/** Whether such a number stands anywhere in a text: six digits with at most three other signs between two of them. */
export const holdsNumber = (text: string): boolean =>
  /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){5}/u.test(text) || /[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]/i.test(text);
