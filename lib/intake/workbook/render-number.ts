import type { Token } from './format-tokens';

/** A number that is not negative in a format of digits: `0.00`, `#,##0`, `0%`, `000-00-0000`, `0.00E+00`. */
export const renderNumber = (size: number, tokens: Token[]): string => {
  const { before, after, thousands, scale } = arrange(tokens);
  const exponent = tokens.find((token) => token.is === 'exponent');
  const scaled = size * scale;
  if (exponent) return renderScientific(scaled, tokens, exponent.plus);
  const [whole, decimals] = roundDecimal(scaled, placeholders(after).length);
  return fillWhole(whole, before, thousands) + fillDecimals(decimals, after);
};

/** What stands before and after the decimal point, and what commas and percent signs mean. */
const arrange = (tokens: Token[]) => {
  const digits = tokens.flatMap((token, index) => (token.is === 'digit' ? [index] : []));
  const last = digits.at(-1) ?? -1;
  let scale = 1;
  let thousands = false;
  const kept = tokens.filter((token, index) => {
    if (token.is === 'percent') scale *= 100;
    if (token.is !== 'comma') return true;
    // Between digits a comma groups thousands; right after the last digit it leaves three digits out.
    if (index < last && index > digits[0]!) thousands = true;
    else if (index > last) scale /= 1000;
    return false;
  });
  const point = kept.findIndex((token) => token.is === 'point');
  const before = point < 0 ? kept : kept.slice(0, point);
  return { before, after: point < 0 ? [] : kept.slice(point), thousands, scale };
};

const placeholders = (tokens: Token[]) => tokens.filter((token) => token.is === 'digit');

/**
 * Rounds half up in decimal, from the fifteen digits that a spreadsheet keeps: 1.005 is 1.01.
 * @returns the digits before (without leading zeros) and after the point
 */
export const roundDecimal = (size: number, decimals: number): [whole: string, decimals: string] => {
  const [whole = '0', fraction = ''] = plainDigits(size).split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const up = fraction[decimals] !== undefined && fraction[decimals]! >= '5' ? 1n : 0n;
  const digits = String(BigInt(whole + kept) + up).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  return [digits.slice(0, split).replace(/^0+/, ''), digits.slice(split)];
};

const plainDigits = (size: number): string => {
  if (size >= 1e15) return String(BigInt(Number(size.toPrecision(15))));
  return size < 1e-6 ? size.toFixed(20) : size.toPrecision(15);
};

/** Digits go into their places from the right; those that find no place stand before the first one. */
const fillWhole = (whole: string, tokens: Token[], thousands: boolean): string => {
  let left = whole;
  let places = placeholders(tokens).length;
  let count = 0;
  let text = '';
  const put = (digit: string) => {
    if (thousands && count > 0 && count % 3 === 0 && digit !== '') text = (digit === ' ' ? ' ' : ',') + text;
    text = digit + text;
    if (digit !== '') count++;
  };
  for (const token of tokens.toReversed()) {
    if (token.is !== 'digit') {
      text = plainText(token) + text;
      continue;
    }
    places--;
    put(left.at(-1) ?? blankPlace(token.placeholder));
    left = left.slice(0, -1);
    while (places === 0 && left !== '') {
      put(left.at(-1)!);
      left = left.slice(0, -1);
    }
  }
  return text;
};

const blankPlace = (placeholder: string): string => (placeholder === '0' ? '0' : placeholder === '?' ? ' ' : '');

const fillDecimals = (decimals: string, tokens: Token[]): string => {
  const needed = decimals.replace(/0+$/, '').length;
  let at = 0;
  return tokens
    .map((token) => {
      if (token.is !== 'digit') return plainText(token);
      const digit = at < needed ? decimals[at]! : blankPlace(token.placeholder);
      at++;
      return digit;
    })
    .join('');
};

const plainText = (token: Token): string => {
  if (token.is === 'literal') return token.text;
  return { point: '.', percent: '%', slash: '/' }[token.is as string] ?? '';
};

/** Exponents in steps of the number of places before the point: `##0.0E+0` has steps of three. */
const renderScientific = (size: number, tokens: Token[], plus: boolean): string => {
  const at = tokens.findIndex((token) => token.is === 'exponent');
  const { before, after } = arrange(tokens.slice(0, at));
  const step = Math.max(1, placeholders(before).length);
  let power = size === 0 ? 0 : Math.floor(Math.log10(size) / step) * step;
  let [whole, decimals] = roundDecimal(size / 10 ** power, placeholders(after).length);
  if (whole.length > step) {
    power += step;
    [whole, decimals] = roundDecimal(size / 10 ** power, placeholders(after).length);
  }
  const sign = power < 0 ? '-' : plus ? '+' : '';
  const exponent = fillWhole(String(Math.abs(power)).replace(/^0$/, ''), tokens.slice(at + 1), false);
  return `${fillWhole(whole, before, false)}${fillDecimals(decimals, after)}E${sign}${exponent}`;
};
