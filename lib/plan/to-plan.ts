import type { Checked } from '../check/check-row';
import type { StagedRow } from '../records';
import type { RawRow } from '../row';
import type { RowToPlan } from './plan-row';

/** A staged row through the check, ready to be planned. */
export function toPlan(row: StagedRow, check: (row: RawRow, edits?: Record<number, string>) => Checked): RowToPlan {
  const { values, issues, changed, keys } = check({ row: row.row, cells: row.cells, faults: row.faults }, row.edits);
  return { row: row.row, excluded: row.excluded, reserved: row.reserved, values, issues, changed, keys };
}
