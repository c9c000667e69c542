import { trimUnicode } from '../customer/normalise';
import { type Issue, issue } from '../issues';
import { cellText, type RawRow } from '../row';

/**
 * The faults of a whole row as issues. Edits can put a row right: the missing cells of a short row are typed in, the
 * extra cells of a long row are emptied.
 * @param width how many columns the header has
 */
export function rowFaults(row: RawRow, edits: Record<number, string> | undefined, width: number): Issue[] {
  return (row.faults ?? [])
    .filter((fault) => fault.column === null)
    .filter(({ code }) => code !== 'row_too_short' || lacks(row, edits, width))
    .filter(({ code }) => code !== 'row_too_long' || exceeds(row, edits, width))
    .map(({ code }) => issue(code, null));
}

function lacks(row: RawRow, edits: Record<number, string> | undefined, width: number): boolean {
  if (row.cells.length >= width) return true;
  for (let index = row.cells.length; index < width; index++) if (edits?.[index] === undefined) return true;
  return false;
}

function exceeds(row: RawRow, edits: Record<number, string> | undefined, width: number): boolean {
  if (row.cells.length <= width) return true;
  for (let index = width; index < row.cells.length; index++) {
    if (trimUnicode(edits?.[index] ?? cellText(row.cells[index]) ?? '') !== '') return true;
  }
  return false;
}
