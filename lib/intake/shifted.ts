import { holdsFormed } from '../customer/person-number';
import { type Cell, cellText, type RawRow } from '../row';

const looksProtected = (cell: Cell | undefined): boolean => holdsFormed(cellText(cell) ?? '');

/**
 * Whether the values of a row that lacks cells seem to stand too far to the left, so that a protected number is in a column that is
 * not: as far as cells are missing before a protected column that has none itself.
 * @param width how many columns the header has
 * @param sealed the columns that are protected
 */
export function isShifted(cells: readonly Cell[], width: number, sealed: readonly number[]): boolean {
  const missing = width - cells.length;
  if (missing <= 0) return false;
  return sealed.some((own) => {
    if (looksProtected(cells[own])) return false;
    const before = cells.slice(Math.max(0, own - missing), own);
    return before.some((cell, at) => !sealed.includes(Math.max(0, own - missing) + at) && looksProtected(cell));
  });
}

/** Notes such rows, in place: they are closed until a person has looked at them, as those with a stray quotation mark are. */
export function noteShifted(rows: RawRow[], width: number, sealed: readonly number[]): void {
  for (const row of rows) {
    if (row.faults?.some(({ code }) => code === 'row_too_short') && isShifted(row.cells, width, sealed))
      row.faults = [{ column: null, code: 'row_shifted' }];
  }
}
