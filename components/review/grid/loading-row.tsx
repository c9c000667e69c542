'use client';
import type { CSSProperties } from 'react';
import classes from './grid.module.css';
import { type CellState, stateOf, useTakenFocus } from './grid-cell';
import type { Marks } from './grid-marks';
import { Part } from './part';
import type { ShownColumn } from './use-columns';
import { useGridStore } from './use-grid';

interface Props {
  place: number;
  style: CSSProperties;
  columns: ShownColumn[];
  marks: Marks | null;
}

/** A row that is not loaded yet: flat bars, and the focus can already be there. */
export function LoadingRow({ place, style, columns, marks }: Props) {
  const store = useGridStore();
  return (
    <Part is="row" aria-rowindex={place + 2} aria-busy data-place={place} className={classes.row} style={style}>
      <Part is="rowheader" aria-colindex={1} aria-label="Being loaded" className={`${classes.cell} ${classes.number}`}>
        <span className={classes.bar} />
      </Part>
      <LoadingCell col={0} className={`${classes.cell} ${classes.status}`} state={stateOf(marks, 0)} />
      {columns.map(({ col, gap }) => (
        <LoadingCell
          key={col}
          col={col}
          className={classes.cell}
          state={stateOf(marks, col)}
          style={{ width: store.column(col)?.size, marginLeft: gap || undefined }}
        />
      ))}
    </Part>
  );
}

function LoadingCell({
  col,
  className,
  style,
  state,
}: {
  col: number;
  className?: string;
  style?: CSSProperties;
  state: CellState;
}) {
  const ref = useTakenFocus(state);
  return (
    <Part
      ref={ref}
      is="gridcell"
      aria-colindex={col + 2}
      data-col={col}
      data-focus={state.focused || undefined}
      tabIndex={state.focused ? 0 : -1}
      className={className}
      style={style}
    >
      <span className={classes.bar} />
    </Part>
  );
}
