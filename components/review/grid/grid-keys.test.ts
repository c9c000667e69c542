import { describe, expect, it } from 'vitest';
import { actionOf, areaOf, type KeyPress, moveFrom } from './grid-keys';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
const bounds = { rows: 100, cols: 6, page: 20 };

describe('keys of the grid', () => {
  it('types into the cell, and leaves Tab and Alt to the browser', () => {
    expect(press('a')).toEqual({ do: 'edit', text: 'a' });
    expect(press('F2')).toEqual({ do: 'edit' });
    expect(press('Tab')).toBeNull();
    expect(press('a', { altKey: true })).toBeNull();
    expect(press('c', { ctrlKey: true })).toBeNull();
  });

  it('goes to the next and the previous error', () => {
    expect(press('F8')).toEqual({ do: 'error', back: false });
    expect(press('F8', { shiftKey: true })).toEqual({ do: 'error', back: true });
  });

  it('knows undo and redo with Ctrl and with Cmd', () => {
    expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(press('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
  });

  it('stays inside the grid', () => {
    expect(moveFrom({ row: 0, col: 0 }, 'up', bounds)).toEqual({ row: 0, col: 0 });
    expect(moveFrom({ row: 95, col: 5 }, 'pageDown', bounds)).toEqual({ row: 99, col: 5 });
    expect(moveFrom({ row: 5, col: 5 }, 'right', bounds)).toEqual({ row: 5, col: 5 });
  });

  it('reaches the last cell with Ctrl+End and the status with Home twice', () => {
    expect(moveFrom({ row: 3, col: 3 }, 'last', bounds)).toEqual({ row: 99, col: 5 });
    expect(moveFrom({ row: 3, col: 3 }, 'home', bounds)).toEqual({ row: 3, col: 1 });
    expect(moveFrom({ row: 3, col: 1 }, 'home', bounds)).toEqual({ row: 3, col: 0 });
  });

  it('makes an area of two corners', () => {
    expect(areaOf({ row: 5, col: 1 }, { row: 2, col: 4 })).toEqual({ top: 2, bottom: 5, left: 1, right: 4 });
  });
});
