'use client';
import { type PointerEvent, useRef } from 'react';
import type { Cell } from './grid-keys';
import { useGridStore } from './use-grid';

/** The mouse in the grid: a click makes a cell active, a drag or Shift selects, twice edits, a row number takes the row. */
export function useGridHand() {
  const store = useGridStore();
  const dragging = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      const at = cellAt(event.target);
      if (!at || event.button !== 0 || isEditor(event.target)) return;
      if (event.pointerType === 'mouse') dragging.current = true;
      if (at.col < 0) store.selectRows(at.row, event.shiftKey ? store.focus.row : at.row);
      else if (event.shiftKey) store.extendTo(at);
      else store.go(at);
    },
    onPointerOver: (event: PointerEvent) => {
      if (!dragging.current || event.buttons !== 1 || store.editing) return;
      const at = cellAt(event.target);
      if (!at) return;
      if (store.wholeRows) store.extendTo(at);
      else if (at.col >= 0 && (at.row !== store.focus.row || at.col !== store.focus.col || store.head))
        store.extendTo(at);
    },
    onPointerUp: () => {
      dragging.current = false;
    },
    onClick: (event: React.MouseEvent) => {
      const at = cellAt(event.target);
      if (at?.col === 0 && !event.shiftKey && !store.head) store.openMenu(at.row);
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const at = cellAt(event.target);
      if (at && at.col > 0 && !isEditor(event.target)) store.startEdit();
    },
  };
}

/** The cell an event happened in; column −1 is the row number. */
export function cellAt(target: EventTarget): Cell | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-col]');
  const row = cell?.closest<HTMLElement>('[data-place]');
  return cell && row ? { row: Number(row.dataset.place), col: Number(cell.dataset.col) } : null;
}

const isEditor = (target: EventTarget) => target instanceof Element && target.closest('[data-editor]') !== null;
