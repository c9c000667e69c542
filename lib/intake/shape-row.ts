import { restore } from '../neutral';
import type { Cell, Fault, RawRow } from '../row';
import { filledLength } from './blank';

/** How the records of a sheet become its rows. */
export interface Layout {
  /** Row number of the header; 0 when there is none. */
  headerRow: number;
  /** Columns of the header. */
  width: number;
  /** Whether apostrophes put before signs are taken away again. */
  restores: boolean;
  /** Whether a cell that a record lacks is blank (a workbook) or missing (a text file). */
  missingIsBlank: boolean;
}

/** A record as a row under its header: blank cells beyond it dropped, and too few or too many cells noted as a fault. */
export const shapeRow = (record: RawRow, layout: Layout): RawRow => {
  const { width } = layout;
  const row = layout.restores ? { ...record, cells: record.cells.map(restoreCell) } : record;
  if (row.cells.length > width) {
    row.cells.length = Math.max(width, filledLength(row.cells));
    if (row.cells.length > width) addFault(row, 'row_too_long');
  } else if (row.cells.length < width) {
    if (layout.missingIsBlank) while (row.cells.length < width) row.cells.push('');
    else addFault(row, 'row_too_short');
  }
  return row;
};

const restoreCell = (cell: Cell): Cell => (typeof cell === 'string' ? restore(cell) : cell);

const addFault = (row: RawRow, code: 'row_too_long' | 'row_too_short'): void => {
  const faults: Fault[] = row.faults ?? [];
  // A malformed line says nothing about the number of its cells; a folded row is known to be too long.
  if (faults.some((fault) => fault.column === null)) return;
  row.faults = [...faults, { column: null, code }];
};
