'use client';
import { useEffect } from 'react';
import { actionOf } from './grid-keys';
import type { GridStore } from './grid-store';
import { run } from './use-grid-keys';

const everywhere = new Set(['error', 'find', 'undo', 'redo']);

/** The keys that work on the whole page: where the grid took one, it is not done twice. */
export function usePageKeys(store: GridStore, onFind: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
      const action = actionOf(event);
      if (!action || !everywhere.has(action.do)) return;
      event.preventDefault();
      run(store, action, onFind);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, onFind]);
}

/** Whether a person types a text, or is in a dialog that has keys of its own. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null;
