import { findField, type Value } from './fields';
import { parseStored } from './json';

/** How much of a long text stands in one line, in characters. */
const most = 160;

/** A stored value in one line: lists of email with commas, flags as yes and no, long texts cut. '' where it is blank. */
export function brief(name: string, value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const kind = findField(name)?.kind;
  if (kind === 'boolean') return yesNo(text);
  if (kind !== 'emails') return cut(text);
  const list = parseStored(text);
  return cut(Array.isArray(list) ? list.join(', ') : text);
}

export const yesNo = (text: string): string => (text === 'Y' ? 'Yes' : text === 'N' ? 'No' : text);

/** Half of a pair of surrogates at the end is taken off too. */
export const cut = (text: string, length = most): string =>
  text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text;
