/** A row as the file has it, and what reading found doubtful about it. */

/**
 * A cell as it was in the file: its text. A date cell of a workbook is `[text, iso]`: the text Excel shows and the ISO
 * date behind it, which the check uses until the cell is edited. Null where the row of a request says nothing, as where a
 * short row lacks a cell.
 */
export type Cell = string | [text: string, iso: string] | null;

/** What reading a row found wrong; `column` is a column index, or null for the whole row. */
export interface Fault {
  column: number | null;
  /** The line of a text file, from 1; line breaks inside quotation marks count here. */
  line?: number;
  code:
    | 'row_too_long'
    | 'row_too_short'
    | 'row_shifted'
    | 'malformed_row'
    | 'line_too_long'
    | 'cell_error'
    | 'formula_without_value';
}

/** One data row, before any check. `cells` may be shorter or longer than the header. */
export interface RawRow {
  /** The number a person sees in their spreadsheet program, from 1. */
  row: number;
  cells: Cell[];
  faults?: Fault[];
}

const broken = new Set<Fault['code'] | undefined>(['malformed_row', 'line_too_long', 'row_shifted']);

/** Whether the cells of a row may be others than its author meant: its line is malformed, was cut or lacks cells before a number. */
export const isBroken = ({ faults }: RawRow): boolean => broken.has(faults?.[0]?.code);

/**
 * From which column on cells are sealed although their columns are not, because nobody knows which values of the row stand
 * there: a stray separator moves them to the right, a stray quotation mark anywhere.
 * @param sealed the columns that are sealed, the lowest first
 */
export function sealedFrom(row: RawRow, sealed: readonly number[]): number {
  if (sealed.length === 0 || !row.faults) return Number.POSITIVE_INFINITY;
  if (isBroken(row)) return 0;
  return row.faults.some(({ code }) => code === 'row_too_long') ? sealed[0]! : Number.POSITIVE_INFINITY;
}

export const cellText = (cell: Cell | undefined): string | undefined =>
  Array.isArray(cell) ? cell[0] : (cell ?? undefined);

/** `0` → `A`, `26` → `AA`: the letters of a column in a spreadsheet program. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
