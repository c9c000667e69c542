'use client';
import { useEffect, useMemo, useRef } from 'react';
import { CellTip } from './cell-tip';
import classes from './grid.module.css';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { Part } from './part';
import { RowMenu } from './row-menu';
import { useColumns } from './use-columns';
import { useGrid, useGridStore } from './use-grid';
import { useGridHand } from './use-grid-hand';
import { useGridKeys } from './use-grid-keys';
import { useRows } from './use-rows';

/** Places of rows that are focused but far away: above what is visible, so that they keep the focus. */
const outOfSight = -64;

/** The grid of all rows: both ways virtual, one tab stop, fixed rows of 32 px. */
export function ReviewGrid({ label, onFind }: { label: string; onFind: () => void }) {
  const store = useGridStore();
  const scroller = useRef<HTMLDivElement>(null);
  const total = useGrid((grid) => grid.rows);
  const focus = useGrid((grid) => grid.focus);
  const readOnly = useGrid((grid) => grid.readOnly);
  const rows = useRows(store, total, scroller);
  const fields = useGrid((grid) => grid.columns);
  const lastRow = useGrid((grid) => Math.max(grid.fileRows, grid.source.highest));
  const columns = useColumns(store, fields, scroller, focus.col, lastRow);
  const keys = useGridKeys(onFind);
  const hand = useGridHand();
  const { revealRow, page, shown, scale } = rows;
  const { startOf, pinnedWidth } = columns;

  useEffect(() => {
    store.viewport = {
      page: () => page,
      reveal: ({ row, col }) => {
        revealRow(row);
        if (scroller.current && col > 0)
          revealColumn(scroller.current, startOf(col), store.column(col)?.size ?? 0, pinnedWidth);
      },
    };
  }, [store, page, revealRow, startOf, pinnedWidth]);

  const places = useMemo(
    () => placesOf(shown.first, shown.last, focus.row, total),
    [shown.first, shown.last, focus.row, total],
  );
  return (
    <div className={columns.wide ? `${classes.frame} ${classes.wide}` : classes.frame}>
      <div ref={scroller} className={classes.scroller} onScroll={rows.onScroll} tabIndex={-1} {...hand}>
        <Part
          is="grid"
          tabIndex={-1}
          aria-label={label}
          aria-rowcount={total + 1}
          aria-colcount={fields.length + 2}
          aria-readonly={readOnly || undefined}
          aria-multiselectable
          style={{ width: columns.width }}
          {...keys}
        >
          <GridHead columns={fields} shown={columns.shown} width={columns.width} />
          <Part is="rowgroup" className={classes.spacer} style={{ height: scale.spacer }}>
            <div role="presentation" className={classes.layer} style={{ top: shown.first * 32 + shown.offset }}>
              {places.map((place) => (
                <GridRow
                  key={place}
                  place={place}
                  top={place < shown.first || place > shown.last ? outOfSight : (place - shown.first) * 32}
                  columns={columns.shown}
                  width={columns.width}
                />
              ))}
            </div>
          </Part>
        </Part>
      </div>
      <CellTip scroller={scroller} />
      <RowMenu scroller={scroller} />
    </div>
  );
}

function placesOf(first: number, last: number, focused: number, total: number): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (focused >= total || (focused >= first && focused <= last)) return places;
  return focused < first ? [focused, ...places] : [...places, focused];
}

function revealColumn(element: HTMLElement, start: number, size: number, pinned: number) {
  const left = element.scrollLeft + pinned;
  if (start < left) element.scrollLeft = start - pinned;
  else if (start + size > element.scrollLeft + element.clientWidth)
    element.scrollLeft = Math.min(start - pinned, start + size - element.clientWidth);
}
