/**
 * Whether a number keeps its value as a whole number when JavaScript reads it: it is not beyond ±(2^53 − 1), where whole
 * numbers are rounded to others, and no fraction that is rounded to a whole number (`7.00000000000000000001`, `1e-400`).
 * Other fractions are rounded as everywhere. RFC 8259 §6 leaves all of this open.
 * @param text a number by the grammar of JSON
 */
export function isKept(text: string): boolean {
  const value = Number(text);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  return !Number.isInteger(value) || isWrittenWhole(text);
}

const parts = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Whether nothing but zeros stands behind the point once the exponent has moved it: `1.50e1`, `1500e-2`, `0e-9`. */
function isWrittenWhole(text: string): boolean {
  const [, whole = '', fraction = '', exponent = '0'] = parts.exec(text) ?? [];
  const digits = whole + fraction;
  let last = digits.length;
  while (last > 0 && digits[last - 1] === '0') last -= 1;
  return last === 0 || last - whole.length <= Number(exponent);
}
