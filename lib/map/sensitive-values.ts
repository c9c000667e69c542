import { compact } from '../customer/header';

/** As social security numbers of the United States are written, and hardly anything else is. */
const dashed = /^\d{3}[-‐‑–]\d{2}[-‐‑–]\d{4}$/;

/** Names that mean such numbers only where such numbers stand below them. */
const doubtful = new Set(['social']);

/** Whether values tell that a column is sensitive, whatever its header says: nearly all are written 123-45-6789. */
export function looksSensitive(header: string, values: string[]): boolean {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return false;
  const shaped = filled.filter((value) => dashed.test(value)).length;
  return shaped >= filled.length * 0.8 || (doubtful.has(compact(header)) && areNumbers(filled));
}

/** Whether half of the filled values or more look like numbers of persons. */
export function areNumbers(values: string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.filter(isNumber).length * 2 >= filled.length;
}

/** Six digits or more and hardly a letter, as in `X1234567L`; in Italy more letters, in fixed places. */
function isNumber(text: string): boolean {
  const count = (form: RegExp) => text.match(form)?.length ?? 0;
  if (text.length > mostChars || text.includes('@') || count(/\d/g) < 6) return false;
  return count(/\p{L}/gu) <= 3 || /^\s*[a-z]{6}\d{2}[a-z]\d{2}[a-z]\d{3}[a-z]\s*$/i.test(text);
}

const mostChars = 40;
