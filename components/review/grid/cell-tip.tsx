'use client';
import { type RefObject, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { lookOf, tooltipOf } from './cell-look';
import classes from './floating.module.css';
import type { Cell } from './grid-keys';
import type { GridStore } from './grid-store';
import { floatingRoot, placeBelow, type Spot } from './place-below';
import { sentencesOf } from './row-status';
import { useGrid, useGridStore } from './use-grid';
import { cellAt } from './use-grid-hand';

const wait = 300;

/** One tooltip for all cells: the message, the whole text, or what was there before. For the pointer and for the focus. */
export function CellTip({ scroller }: { scroller: RefObject<HTMLDivElement | null> }) {
  const store = useGridStore();
  const focus = useGrid((grid) => grid.focus);
  const quiet = useGrid((grid) => grid.editing !== null || grid.menu !== null);
  const [tip, setTip] = useState<{ spot: Spot; lines: string[] } | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element || quiet) return;
    let timer: ReturnType<typeof setTimeout>;
    const later = (cell: () => Element | null) => {
      clearTimeout(timer);
      setTip(null);
      timer = setTimeout(() => setTip(tipOf(store, cell())), wait);
    };
    const over = (event: Event) =>
      later(() => (event.target instanceof Element ? event.target.closest('[data-col]') : null));
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    if (focus && element.contains(document.activeElement)) later(() => element.querySelector('[data-focus]'));
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('scroll', hide, { passive: true });
    return () => {
      hide();
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('scroll', hide);
    };
  }, [store, scroller, focus, quiet]);

  if (!tip) return null;
  const { width: _, ...spot } = tip.spot;
  return createPortal(
    <div role="tooltip" className={classes.tip} style={spot}>
      {tip.lines.join('\n')}
    </div>,
    floatingRoot(),
  );
}

function tipOf(store: GridStore, element: Element | null): { spot: Spot; lines: string[] } | null {
  const at = element && cellAt(element);
  const lines = at ? linesOf(store, at) : [];
  const spot = lines.length > 0 ? placeBelow(element, 280, 60) : null;
  return spot && { spot, lines: lines.map((line) => (line.length > 600 ? `${line.slice(0, 600)}…` : line)) };
}

function linesOf(store: GridStore, at: Cell): string[] {
  const row = store.row(at.row);
  if (!row) return [];
  const column = store.column(at.col);
  if (!column) return at.col === 0 ? sentencesOf(row) : [];
  const failure = store.edits.failure(row.row, column.field.name);
  return [
    ...(failure ? [failure.message, 'Press Enter to see it.'] : []),
    ...tooltipOf(lookOf(row, column), column.size),
  ];
}
