import { type Cell, cellText } from '../row';
import { isSealed } from '../sealed';
import { storable } from './storable';

/**
 * Printable ASCII without the signs that JSON puts around and between texts, and in front of some. A search for such a
 * text finds the same in a JSON array of such texts as in the texts themselves.
 */
export const isPlain = (text: string): boolean => /^[ !#-+\-./0-Z^-~]*$/.test(text);

/** Whether JSON is a list of plain texts. Most rows are, and are then searched as they are stored: see `rowSearch`. */
export const isPlainList = (json: string): boolean => /^\["(?:[ !#-+\-./0-Z^-~]|",")*"\]$/.test(json);

/** The text, folded, by which a staged row is searched whose cells are not all plain, or of which some are sealed. */
export const rowSearch = (cells: Cell[]): string => storable(fold(cells.map(searched).join('\t')));

function searched(cell: Cell): string {
  const text = cellText(cell) ?? '';
  return isSealed(text) ? '' : text.slice(0, 500);
}

/** Letters that Unicode does not take apart into a letter and an accent. */
const apart: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};
const whole = /[ßøłæœđðþıħŧ]/g;

/** Text for search columns: lower case, without accents, compatibility forms resolved. Stays the same when folded again. */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  if (/^[\x00-\u024f]*$/.test(text)) return text.toLowerCase().replace(/[^\x00-\x7f]/g, foldLetter);
  return foldAny(text);
}

/** Letters of the Latin blocks fold one by one, and there are few: each is looked up from the second time on. */
const folded = new Map<string, string>();
function foldLetter(letter: string): string {
  let found = folded.get(letter);
  if (found === undefined) {
    found = foldAny(letter);
    folded.set(letter, found);
  }
  return found;
}

function foldAny(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(whole, (letter) => apart[letter] as string)
    .normalize('NFC');
}
