/**
 * A number as the format General shows it: up to eleven characters, beyond that in scientific notation. Whole numbers
 * stay in full digits up to fifteen, unlike in Excel: ids must not turn into 1.23457E+11.
 */
export const generalNumber = (value: number): string => {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return String(value === 0 ? 0 : value);
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 ? '-' : '';
  if (size >= 1e11) return sign + scientific(size);
  const wholeDigits = Math.max(1, Math.floor(Math.log10(size)) + 1);
  const fixed = dropZeros(size.toFixed(Math.max(0, 10 - wholeDigits)));
  // Small numbers that do not fit would lose digits.
  if (size < 1e-4 && Number(fixed) !== size) return sign + scientific(size);
  return sign + fixed;
};

const dropZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** Six digits and an exponent of at least two: 1.23457E+15. */
const scientific = (size: number): string => {
  const [mantissa, exponent] = size.toExponential(5).split('e') as [string, string];
  return `${dropZeros(mantissa)}E${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
};
