'use client';
import { memo } from 'react';
import { formatNumber } from '@/components/shell/numbers';
import type { RowView } from '@/lib/contracts/row-api';
import { fold } from '@/lib/customer/search';
import { type CellLook, lookOf } from './cell-look';
import type { GridColumn } from './column-plan';
import classes from './grid.module.css';
import { GridCell, stateOf } from './grid-cell';
import { readMarks } from './grid-marks';
import { LoadingRow } from './loading-row';
import { Part } from './part';
import { StatusCell } from './status-cell';
import type { ShownColumn } from './use-columns';
import { useGrid, useGridStore } from './use-grid';

interface Props {
  place: number;
  /** Px from the top of the layer. */
  top: number;
  columns: ShownColumn[];
  width: number;
}

/** One row. It asks the store for its own data and marks, so that others moving does not touch it. */
export const GridRow = memo(function GridRow({ place, top, columns, width }: Props) {
  const row = useGrid((store) => store.row(place));
  const marks = readMarks(useGrid((store) => store.marks(place)));
  const unsaved = useGrid((store) => (row ? store.edits.unsaved(row.row) : ''));
  const needle = useGrid((grid) => fold(grid.source.filter.q ?? ''));
  const store = useGridStore();
  const style = { top, width };
  if (!row) return <LoadingRow place={place} style={style} columns={columns} marks={marks} />;
  return (
    <Part
      is="row"
      aria-rowindex={place + 2}
      data-place={place}
      className={row.state === 'excluded' ? `${classes.row} ${classes.out}` : classes.row}
      style={style}
    >
      <Part is="rowheader" aria-colindex={1} data-col={-1} className={`${classes.cell} ${classes.number}`}>
        {formatNumber(row.row)}
      </Part>
      <StatusCell row={row} state={stateOf(marks, 0)} />
      {columns.map(({ col, gap }) => {
        const column = store.column(col);
        if (!column) return null;
        const { name } = column.field;
        const look = cachedLook(row, column);
        return (
          <GridCell
            key={col}
            look={look}
            hit={needle !== '' && holds(look, needle)}
            column={column}
            col={col}
            gap={gap}
            id={`m${row.row}-${column.index}`}
            saving={unsaved !== '' && unsaved.split(' ').includes(name)}
            failed={unsaved === '' ? undefined : store.edits.failure(row.row, name)?.message}
            {...stateOf(marks, col)}
          />
        );
      })}
    </Part>
  );
});

/** Whether the text a cell shows holds what is searched for. */
const holds = (look: CellLook, needle: string) =>
  fold(look.text).includes(needle) || fold(look.change?.narrow === false ? look.change.old : '').includes(needle);

/** The same look for the same row, so that its cells need not render when only the focus moves. */
const looks = new WeakMap<RowView, Map<GridColumn, CellLook>>();

function cachedLook(row: RowView, column: GridColumn): CellLook {
  const ofRow = looks.get(row) ?? new Map<GridColumn, CellLook>();
  looks.set(row, ofRow);
  const look = ofRow.get(column) ?? lookOf(row, column);
  ofRow.set(column, look);
  return look;
}
