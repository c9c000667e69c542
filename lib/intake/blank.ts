import { trimUnicode } from '../customer/trim-unicode';
import type { Cell } from '../row';

/** Blank is what has nothing left after Unicode trimming. */
export const isBlank = (cell: Cell | undefined): boolean => {
  if (cell === undefined || cell === null) return true;
  const text = typeof cell === 'string' ? cell : cell[0];
  if (text === '') return true;
  // Most cells start with a printable ASCII character: no need to trim them.
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x80) return false;
  return trimUnicode(text) === '';
};

export const allBlank = (cells: Cell[]): boolean => {
  for (let index = 0; index < cells.length; index++) if (!isBlank(cells[index])) return false;
  return true;
};

/** How many cells remain when blank ones at the end are dropped. */
export const filledLength = (cells: readonly Cell[]): number => {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length;
};
