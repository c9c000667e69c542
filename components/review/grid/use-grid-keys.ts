'use client';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { lookOf } from './cell-look';
import { goToError } from './find-error';
import { actionOf, type GridAction } from './grid-keys';
import type { GridStore } from './grid-store';
import { clearCells, copyText, toggleExclusion, undo } from './range-work';
import { useGridStore } from './use-grid';

/** The keys of the grid while no cell is edited. */
export function useGridKeys(onFind: () => void) {
  const store = useGridStore();
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (store.editing || event.defaultPrevented || event.nativeEvent.isComposing) return;
      if (event.altKey && event.key === 'Enter') takeSuggestion(store);
      else {
        const action = actionOf(event);
        if (!action) return;
        run(store, action, onFind);
      }
      event.preventDefault();
    },
    // The copy event and not the clipboard API: that one is missing where the desk is reached over plain http.
    onCopy: (event: ClipboardEvent) => {
      if (store.editing) return;
      const text = copyText(store);
      if (text !== null) event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    },
  };
}

type Simple = Exclude<GridAction['do'], 'move' | 'edit' | 'find' | 'error'>;

const simple: Record<Simple, (store: GridStore) => void> = {
  clear: clearCells,
  undo: (store) => undo(store),
  redo: (store) => undo(store, true),
  exclude: toggleExclusion,
  rows: (store) => store.selectRows(store.area.bottom, store.area.top),
  all: (store) => store.selectRows(store.rows - 1, 0),
  collapse: (store) => store.collapse(),
};

export function run(store: GridStore, action: GridAction, onFind: () => void): void {
  if (action.do === 'move') store.move(action.move, action.extend);
  else if (action.do === 'edit') store.startEdit(action.text);
  else if (action.do === 'find') onFind();
  else if (action.do === 'error') void goToError(store, action.back);
  else simple[action.do](store);
}

function takeSuggestion(store: GridStore): void {
  const row = store.row(store.focus.row);
  const column = store.column(store.focus.col);
  if (store.readOnly || !row || !column) return;
  const { suggestion } = lookOf(row, column);
  if (suggestion !== undefined) store.type(row, column, suggestion);
}
