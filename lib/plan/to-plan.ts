import type { Checked } from '../check/check-row';
import type { StagedRow } from '../records';
import type { RawRow } from '../row';
import type { RowToPlan } from './plan-row';

/** A staged row through the check, ready to be planned. */
export function toPlan(row: StagedRow, check: (row: RawRow, edits?: Record<number, string>) => Checked): RowToPlan {
  const { values, issues, changed, keys } = check({ row: row.row, cells: row.cells, faults: row.faults }, row.edits);
  // Nothing else leaves a row without a single cell.
  const erased = row.excluded && row.cells.length === 0;
  return { row: row.row, excluded: row.excluded, erased, reserved: row.reserved, values, issues, changed, keys };
}
