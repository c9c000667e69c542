import type { PreviewRow } from '../mapping';
import { type Cell, isBroken, type RawRow } from '../row';

const rowsShown = 20;
/** Cells of a row that the preview keeps. */
export const cellsShown = 100;
const charsShown = 200;

/** The top of the sheet, or the part around the header where that is further down. Long cells are cut. */
export const previewOf = (head: RawRow[], headerRow: number): PreviewRow[] => {
  const at = head.findIndex((record) => record.row >= headerRow);
  const from = Math.max(0, at - rowsShown / 2);
  return head.slice(from, from + rowsShown).map((record) => ({
    row: record.row,
    cells: record.cells.slice(0, cellsShown).map(shorten),
    ...(isBroken(record) ? { broken: true } : {}),
  }));
};

const shorten = (cell: Cell): Cell => {
  if (cell === null) return cell;
  const text = typeof cell === 'string' ? cell : cell[0];
  // Copied, because a piece of a string keeps the whole chunk alive that it was cut from.
  const shown: string = JSON.parse(JSON.stringify(text.length > charsShown ? `${text.slice(0, charsShown)}…` : text));
  return typeof cell === 'string' ? shown : [shown, cell[1]];
};
