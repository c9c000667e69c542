import { type Issue, issue } from '../issues';
import type { RawRow } from '../row';

/**
 * The faults of a whole row as issues. Edits can put a row right: the missing cells of a short row are typed in; and who
 * edits a cell of a row that is too long or malformed has looked at it and takes it as it then stands.
 * @param width how many columns the header has
 */
export function rowFaults(row: RawRow, edits: Record<number, string> | undefined, width: number): Issue[] {
  return (row.faults ?? [])
    .filter((fault) => fault.column === null)
    .filter(({ code }) => code !== 'row_too_short' || lacks(row, edits, width))
    .filter(({ code }) => (code !== 'row_too_long' && code !== 'malformed_row') || !isEdited(edits))
    .map(({ code }) => issue(code, null));
}

function lacks(row: RawRow, edits: Record<number, string> | undefined, width: number): boolean {
  if (row.cells.length >= width) return true;
  for (let index = row.cells.length; index < width; index++) if (edits?.[index] === undefined) return true;
  return false;
}

/** Whether a person changed a cell of the row. */
export const isEdited = (edits: Record<number, string> | undefined): boolean =>
  edits !== undefined && Object.keys(edits).length > 0;
