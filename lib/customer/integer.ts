import { lastId } from './fields';
import type { Reading } from './reading';

/**
 * A whole number from 1 to 2^53 − 1, in digits only. Never rounded: what a number would lose is an error, with what was
 * probably meant ("1,204", "12.0") as the suggestion.
 */
export function readInteger(text: string): Reading {
  if (!/^\d+$/.test(text)) return { value: null, code: 'invalid_number', suggestion: meant(text) };
  const digits = text.replace(/^0+/, '');
  const number = Number(digits);
  if (digits === '' || digits.length > 16 || number > lastId) return { value: null, code: 'invalid_number' };
  return digits === text ? { value: number } : { value: number, code: 'leading_zeros' };
}

/** Thousands separators, a decimal part of zeros, a plus and digits of other scripts' widths are put right. */
function meant(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const plain = text
    .normalize('NFKC')
    .replace(/^\+/, '')
    .replace(/^(\d{1,3})((?:[., '’]\d{3})+)(?![\d])/, (all) => all.replace(/\D/g, ''))
    .replace(/[.,]0+$/, '');
  return /^\d+$/.test(plain) ? numberText(plain) : undefined;
}

const numberText = (digits: string): string | undefined => {
  const { value } = readInteger(digits);
  return value === null ? undefined : String(value);
};
