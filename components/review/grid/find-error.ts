import { sentenceOf } from '@/components/shell/api';
import type { GridStore } from './grid-store';

const beyondAllRows = 1_000_000_000;

/** Goes to the next (or previous) error of the filter, also in rows that are not loaded, and round at the ends. */
export async function goToError(store: GridStore, back: boolean): Promise<void> {
  // Where no cell was active yet, every row is still ahead.
  const row = store.entered ? store.row(store.focus.row) : undefined;
  const here = row ? errorColumns(store, store.focus.row) : [];
  const from = store.landed ? -1 : store.focus.col;
  const inRow = back ? here.findLast((col) => col < store.focus.col) : here.find((col) => col > from);
  if (inRow !== undefined) {
    store.go({ row: store.focus.row, col: inRow });
    return;
  }
  try {
    await store.edits.settled();
    const { api, source } = store;
    const answer =
      (await api.next(source.filter, row?.row ?? (back ? beyondAllRows : 0), back)) ??
      (await api.next(source.filter, back ? beyondAllRows : 0, back));
    if (!answer) {
      store.say('No errors left in these rows.');
      return;
    }
    const col = 1 + store.columns.findIndex((column) => column.field.name === answer.field);
    store.go({ row: source.placeOf(answer.offset), col: answer.field === null ? 0 : col });
    store.say(`Row ${answer.row}.`);
  } catch (error) {
    store.say(sentenceOf(error));
  }
}

/** The columns of a row with an error, from the left; 0 where the whole row has one. */
function errorColumns(store: GridStore, place: number): number[] {
  const errors = store.row(place)?.issues.filter((one) => one.severity === 'error') ?? [];
  const columns = errors.map((one) => 1 + store.columns.findIndex((column) => column.field.name === one.field));
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** Goes to a row with an error by its number; false where the filter does not hold it. */
export async function goToRow(store: GridStore, row: number, field: string | null): Promise<boolean> {
  const col = Math.max(0, 1 + store.columns.findIndex((column) => column.field.name === field));
  const place = store.source.find(row);
  if (place !== undefined) {
    store.go({ row: place, col });
    return true;
  }
  const answer = await store.api.next(store.source.filter, row - 1, false).catch(() => null);
  if (answer?.row !== row) return false;
  store.go({ row: store.source.placeOf(answer.offset), col });
  return true;
}

/** Takes the focus to a row by its number, wherever it is in the filter; nowhere where the filter does not hold it. */
export async function goBackTo(store: GridStore, row: number): Promise<void> {
  const place = await store.source.seek(row).catch(() => undefined);
  // The grid has to be as tall as its rows before it can scroll there.
  store.events.emit();
  await new Promise(requestAnimationFrame);
  store.go({ row: place ?? store.focus.row, col: store.focus.col });
}
