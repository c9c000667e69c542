/**
 * Whether a number keeps its value when JavaScript reads it. Whole numbers are kept up to ±(2^53 − 1), beyond which they are
 * rounded to others; of all others up to some seventeen digits. Its spelling counts for nothing: `1.50` is 1.5. RFC 8259 §6
 * leaves all of this open.
 * @param text a number by the grammar of JSON
 */
export function isKept(text: string): boolean {
  const value = Number(text);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && plain(text) === plain(String(value));
}

const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** One spelling for each value: its digits without zeros around them, and the power of ten of the last one. */
function plain(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  let last = digits.length;
  while (last > 0 && digits[last - 1] === '0') last -= 1;
  if (last === 0) return '0';
  return `${sign}${digits.slice(0, last)}e${Number(exponent) - fraction.length + digits.length - last}`;
}
