/** What of focus, range and editing falls into one row, as a text that is equal while nothing changed. */
import { type Area, areaOf, type Cell } from './grid-keys';

export interface Marks {
  /** The focused column, with a number that rises whenever the focus has to be taken. */
  focus: number;
  tick: number;
  editing: boolean;
  left: number;
  right: number;
  top: boolean;
  bottom: boolean;
  anchor: number;
}

export function markText(row: number, focus: Cell, head: Cell | null, tick: number, editing: boolean): string {
  const area = head && areaOf(focus, head);
  const inside = area && isRange(area) && row >= area.top && row <= area.bottom;
  if (!inside && row !== focus.row) return '';
  const own = row === focus.row ? [focus.col, tick, editing ? 1 : 0] : [-1, 0, 0];
  const range = inside
    ? [area.left, area.right, row === area.top ? 1 : 0, row === area.bottom ? 1 : 0, row === focus.row ? focus.col : -1]
    : [-1, -2, 0, 0, -1];
  return [...own, ...range].join(' ');
}

const isRange = (area: Area) => area.top !== area.bottom || area.left !== area.right;

export function readMarks(text: string): Marks | null {
  if (text === '') return null;
  const [focus = -1, tick = 0, editing, left = -1, right = -2, top, bottom, anchor = -1] = text.split(' ').map(Number);
  return { focus, tick, editing: editing === 1, left, right, top: top === 1, bottom: bottom === 1, anchor };
}
