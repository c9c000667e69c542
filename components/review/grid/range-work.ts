/** What is done with the selected cells or rows at once. */
import { formatCount } from '@/components/shell/numbers';
import type { RowView } from '@/lib/contracts/row-api';
import { textOf } from './cell-look';
import { clipboardText } from './clipboard-text';
import { type GridStore, mostAtOnce } from './grid-store';
import type { CellChange, Step } from './undo-stack';

/** The selected rows, or null (and a sentence) where they are too many or not loaded. */
function rowsOf(store: GridStore, verb: string): RowView[] | null {
  const { top, bottom } = store.area;
  if (bottom - top >= mostAtOnce) {
    store.say(`Select at most ${mostAtOnce} rows to ${verb} at once.`);
    return null;
  }
  const rows: RowView[] = [];
  for (let place = top; place <= bottom; place++) {
    const row = store.row(place);
    if (row) rows.push(row);
  }
  if (rows.length === bottom - top + 1) return rows;
  store.source.want(top, bottom);
  store.say('Some of these rows are still being loaded. Try again in a moment.');
  return null;
}

/** The selected cells as text for the clipboard. */
export function copyText(store: GridStore): string | null {
  const rows = rowsOf(store, 'copy');
  if (!rows) return null;
  const columns = selectedColumns(store);
  store.say(`${formatCount(rows.length * columns.length, 'cell')} copied.`);
  return clipboardText(rows.map((row) => columns.map((column) => textOf(row, column))));
}

export function clearCells(store: GridStore): void {
  if (store.readOnly) return;
  const rows = rowsOf(store, 'clear');
  if (!rows) return;
  const cells: CellChange[] = rows.flatMap((row) =>
    selectedColumns(store)
      .map((column) => ({ row: row.row, field: column.field.name, before: textOf(row, column), after: '' }))
      .filter((cell) => cell.before !== ''),
  );
  if (cells.length > 0) store.edits.write({ cells });
  store.say(`${formatCount(cells.length, 'cell')} cleared.`);
}

/** Takes the selected rows out, or in again where all of them are out. */
export function toggleExclusion(store: GridStore): void {
  if (store.readOnly) return;
  const rows = rowsOf(store, 'exclude');
  if (!rows || rows.length === 0) return;
  const excluded = rows.some((row) => row.state !== 'excluded');
  const changing = rows.filter((row) => (row.state === 'excluded') !== excluded);
  store.edits.write({ exclusions: changing.map((row) => ({ row: row.row, excluded })) });
  store.say(`${formatCount(changing.length, 'row')} ${excluded ? 'excluded' : 'included'}.`);
}

export function undo(store: GridStore, again = false): void {
  if (store.readOnly) return;
  const step = again ? store.edits.history.redo() : store.edits.history.undo();
  if (!step) {
    store.say(again ? 'Nothing to do again.' : 'Nothing to undo.');
    return;
  }
  store.edits.write(step, false);
  goToStep(store, step);
  store.say(again ? 'Done again.' : 'Undone.');
}

/** To the first cell that changed; where whole rows did, the column stays, and the row where it is one of them. */
function goToStep(store: GridStore, step: Step): void {
  const here = store.row(store.focus.row)?.row;
  const cell = 'cells' in step ? step.cells[0] : undefined;
  const rows = 'cells' in step ? step.cells.map((one) => one.row) : step.exclusions.map((one) => one.row);
  const row = cell?.row ?? (here !== undefined && rows.includes(here) ? here : Math.min(...rows));
  const place = store.source.find(row);
  const col = 1 + store.columns.findIndex((column) => column.field.name === cell?.field);
  store.go({ row: place ?? store.focus.row, col: cell && place !== undefined ? col : store.focus.col });
}

const selectedColumns = (store: GridStore) => {
  const { left, right } = store.area;
  return store.columns.filter((_, index) => index + 1 >= left && index + 1 <= right);
};
