import type { Reading } from './reading';

/** A whole number of any sign, to 2^53 − 1. Never rounded. */
export function readWhole(text: string): Reading {
  const number = Number(text);
  if (/^-?\d{1,16}$/.test(text) && Number.isSafeInteger(number)) return { value: number === 0 ? 0 : number };
  return { value: null, code: 'invalid_number', message: 'Enter a whole number like 30, in digits only.' };
}

/** A number with or without decimals, kept as its digits: `012.50` → `12.5`. Never rounded. */
export function readDecimal(text: string): Reading {
  const [, sign = '', whole, fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) {
    const dotted = /^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : undefined;
    const message = 'Enter a number like 12.50, with a point before the decimals.';
    return { value: null, code: 'invalid_number', message, suggestion: dotted };
  }
  const [left, right] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  const value = right === '' ? left : `${left}.${right}`;
  return { value: sign === '-' && value !== '0' ? `-${value}` : value };
}
