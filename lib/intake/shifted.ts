import { holdsFormed } from '../customer/person-number';
import type { FileFacts } from '../mapping';
import { type Cell, cellText, type RawRow } from '../row';
import { filledLength, isBlank } from './blank';
import { cellsShown } from './preview';

const looksProtected = (cell: Cell | undefined): boolean => holdsFormed(cellText(cell) ?? '');

/** The columns of a file whose cells can be in others where a row lacks some. */
export interface Columns {
  /** How many the header has. */
  width: number;
  /** Those that are protected, the lowest first. */
  sealed: readonly number[];
  /** Others in which such numbers are at home: phones and customer numbers of nine digits look the same. */
  home: readonly number[];
}

/** Of so many filled cells in a column most must look like a protected number, where no row is whole that could tell. */
const enough = 3;

/**
 * Looks where numbers that look protected are at home: in a column of which a whole row among the first has one; or, where
 * none of them is whole, most rows.
 */
export function columnsOf(
  { headers, headerRow, preview }: Pick<FileFacts, 'headers' | 'headerRow' | 'preview'>,
  sealed: readonly number[],
): Columns {
  const width = headers.length;
  const below = preview.filter(({ row, broken }) => row > headerRow.value && !broken);
  const whole = below.filter(
    ({ cells }) => cells.length >= Math.min(width, cellsShown) && filledLength(cells) <= width,
  );
  const isHome = (column: number) => {
    if (whole.length > 0) return whole.some(({ cells }) => looksProtected(cells[column]));
    const filled = below.filter(({ cells }) => !isBlank(cells[column]));
    return (
      filled.length >= enough && filled.filter(({ cells }) => looksProtected(cells[column])).length * 2 > filled.length
    );
  };
  const home = headers.flatMap((_, column) => (!sealed.includes(column) && isHome(column) ? [column] : []));
  return { width, sealed, home };
}

/**
 * Whether the values of a row that lacks cells seem to stand in other columns than their own, so that a protected number is in one
 * that is not: anywhere but where such numbers are at home; and there too, as far as cells are missing before a protected column
 * that has none itself. A row with too many cells is sealed from its first protected column on, so what counts is what stands before.
 */
export function isShifted(cells: readonly Cell[], { width, sealed, home }: Columns): boolean {
  const missing = width - cells.length;
  const isTooLong = filledLength(cells) > width;
  if ((missing <= 0 && !isTooLong) || sealed.length === 0) return false;
  const strays = cells.flatMap((cell, at) => (!sealed.includes(at) && looksProtected(cell) ? [at] : []));
  if (isTooLong) return strays.some((at) => at < sealed[0]! && !home.includes(at));
  return strays.some(
    (at) => !home.includes(at) || sealed.some((own) => own > at && own - at <= missing && !looksProtected(cells[own])),
  );
}

/** Notes such rows, in place: they are closed until a person has looked at them, as those with a stray quotation mark are. */
export function noteShifted(rows: RawRow[], columns: Columns): void {
  for (const row of rows) {
    const found = row.faults?.find(({ code }) => code === 'row_too_short' || code === 'row_too_long');
    if (!found || !isShifted(row.cells, columns)) continue;
    // What stands beyond the last column is still to be told.
    const rest = found.code === 'row_too_long' ? [found] : [];
    row.faults = [{ column: null, code: 'row_shifted' }, ...rest];
  }
}
