import { compact } from '../customer/header';
import { candidates } from './candidates';

/** As social security numbers of the United States are written, and hardly anything else is. */
const dashed = /^\d{3}[-‐‑–]\d{2}[-‐‑–]\d{4}$/;

/** A day and a month. */
const born = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])';

/**
 * As such numbers are written too, and those of the United Kingdom, Italy (but for the rare forms of namesakes) and Germany. The
 * numbers of a shop may look the same, so these tell only of columns whose header names no field.
 */
const others = [
  /^[1-8]\d{2} \d{2} \d{4}$/,
  /^(?![dfiquv])(?![a-z][dfiquvo])[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]$/i,
  /^[a-z]{6} ?\d{2}[abcdehlmprst]\d{2} ?[a-z]\d{3}[a-z]$/i,
  new RegExp(`^\\d{2} ?${born}\\d{2} ?[a-z] ?\\d{3}$`, 'i'),
];

/** Names that mean such numbers only where such numbers stand below them: with so many digits. */
const doubtful = new Map([
  ['social', 6],
  ['nin', 9],
  ['personalnumber', 9],
  ['personalno', 9],
  ['personalnr', 9],
]);

/** Whether values tell that a column is sensitive, whatever its header says: nearly all are written as such numbers are. */
export function looksSensitive(header: string, values: string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return false;
  const areMost = (form: RegExp) => filled.filter((value) => form.test(value)).length >= filled.length * 0.8;
  if (areMost(dashed)) return true;
  const digits = doubtful.get(compact(header));
  if (digits !== undefined && areNumbers(filled, digits)) return true;
  return others.some(areMost) && candidates({ header, index: 0 }).length === 0;
}

/** Whether half of the filled values or more look like numbers of persons. */
export function areNumbers(values: string[], digits = 6): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.filter((value) => isNumber(value, digits)).length * 2 >= filled.length;
}

/** So many digits and hardly a letter, as in `X1234567L`; in Italy more letters, in fixed places. */
function isNumber(text: string, digits: number): boolean {
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  if (text.length > mostChars || text.includes('@') || count(/\d/g) < digits) return false;
  return count(/\p{L}/gu) <= 3 || /^\s*[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]\s*$/i.test(text);
}

const mostChars = 40;
