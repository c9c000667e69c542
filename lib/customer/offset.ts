import type { Reading } from './reading';

const form = /^(?:UTC|GMT)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?$/i;

/** An offset from UTC as `+01:00`, between −12:00 and +14:00; reads `+1`, `+0100`, `UTC+1`, `Z`. */
export function readOffset(text: string): Reading {
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return { value: '+00:00' };
  const parts = form.exec(text);
  if (!parts) return { value: null, code: 'invalid_offset', suggestion: withPlus(text) };
  const [, sign, hours = '0', minutes = '00'] = parts;
  const total = Number(hours) * 60 + Number(minutes);
  if (total > (sign === '+' ? 14 : 12) * 60) return { value: null, code: 'invalid_offset' };
  return { value: `${sign === '+' || total === 0 ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}` };
}

/** Spreadsheet programs drop the plus of `+1`; it is offered back, not assumed. */
function withPlus(text: string): string | undefined {
  if (!/^\d{1,2}(?::?[0-5]\d)?$/.test(text)) return undefined;
  const { value } = readOffset(`+${text}`);
  return value === null ? undefined : String(value);
}
