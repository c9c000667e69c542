'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { GridStore } from './grid-store';

export const GridContext = createContext<GridStore | null>(null);

export function useGridStore(): GridStore {
  const store = useContext(GridContext);
  if (!store) throw new Error('The grid has no store.');
  return store;
}

/** One part of the grid's store; renders only when that part differs. `select` returns the same thing for the same state. */
export function useGrid<T>(select: (store: GridStore) => T): T {
  const store = useGridStore();
  const read = () => select(store);
  return useSyncExternalStore(store.events.subscribe, read, read);
}
