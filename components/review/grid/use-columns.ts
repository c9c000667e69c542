'use client';
import { columnPinningFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { GridColumn } from './column-plan';
import type { GridStore } from './grid-store';

const features = tableFeatures({ columnSizingFeature, columnPinningFeature });
const noRows: never[] = [];
const pinned = { start: ['row', 'status'], end: [] };
/** From this row number on the numbers need a wider first column, px. */
const wideFrom = 10_000;
const numberWidth = 44;
const wideNumberWidth = 76;

/** A column that is rendered, and the px that lie between it and the one before. */
export interface ShownColumn {
  /** Its place in the grid; 1 is the first field. */
  col: number;
  gap: number;
}

/** The columns near the viewport, besides the two pinned ones. The focused one is always there, or it would lose the focus. */
export function useColumns(
  store: GridStore,
  columns: readonly GridColumn[],
  scroller: RefObject<HTMLElement | null>,
  focused: number,
  lastRow: number,
) {
  const wide = lastRow >= wideFrom;
  const table = useTable(
    {
      features,
      data: noRows,
      columns: useMemo(() => definitions(columns, wide), [columns, wide]),
      initialState: { columnPinning: pinned },
    },
    () => null,
  );
  const fields = table.getCenterLeafColumns();
  const pinnedWidth = table.getStartTotalSize();
  const virtual = useVirtualizer({
    horizontal: true,
    count: fields.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => fields[index]?.getSize() ?? 0,
    paddingStart: pinnedWidth,
    scrollPaddingStart: pinnedWidth,
    overscan: 2,
    initialRect: { width: 1400, height: 700 },
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => store.fitColumns(element.clientWidth - pinnedWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [store, scroller, pinnedWidth]);
  // Other columns have other widths.
  const measured = useRef(columns);
  useLayoutEffect(() => {
    if (measured.current === columns) return;
    measured.current = columns;
    virtual.measure();
  }, [columns, virtual]);
  // As a text, because the items are new with every render.
  const near = virtual
    .getVirtualItems()
    .map((item) => item.index)
    .join();
  const shown = useMemo(
    () => shownColumns(near === '' ? [] : near.split(',').map(Number), focused, pinnedWidth, columns),
    [near, focused, pinnedWidth, columns],
  );
  return {
    shown,
    width: pinnedWidth + table.getCenterTotalSize(),
    wide,
    pinnedWidth,
    startOf: (col: number) => pinnedWidth + (fields[col - 1]?.getStart('center') ?? 0),
  };
}

const definitions = (columns: readonly GridColumn[], wide: boolean) => [
  { id: 'row', size: wide ? wideNumberWidth : numberWidth },
  { id: 'status', size: 112 },
  ...columns.map((column) => ({ id: `${column.index}`, size: column.size })),
];

function shownColumns(
  near: number[],
  focused: number,
  pinnedWidth: number,
  columns: readonly GridColumn[],
): ShownColumn[] {
  const indexes = new Set(near);
  if (focused > 0 && focused <= columns.length) indexes.add(focused - 1);
  const starts: number[] = [];
  let width = pinnedWidth;
  for (const { size } of columns) {
    starts.push(width);
    width += size;
  }
  let end = pinnedWidth;
  return [...indexes]
    .sort((a, b) => a - b)
    .map((index) => {
      const from = starts[index] ?? end;
      const gap = from - end;
      end = from + (columns[index]?.size ?? 0);
      return { col: index + 1, gap };
    });
}
