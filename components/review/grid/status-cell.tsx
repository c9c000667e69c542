'use client';
import { Icon } from '@/components/shell/icon';
import type { RowView } from '@/lib/contracts/row-api';
import classes from './grid.module.css';
import { type CellState, edgeWidths, useTakenFocus } from './grid-cell';
import { Part } from './part';
import { sentencesOf, statusOf } from './row-status';
import { WarningMark } from './warning-mark';

/** What will happen to the row. Enter opens its menu: why, and taking the row out. */
export function StatusCell({ row, state }: { row: RowView; state: CellState }) {
  const ref = useTakenFocus(state);
  const status = statusOf(row);
  const sentences = sentencesOf(row);
  const id = `m${row.row}-row`;
  const selected = state.selected && !state.anchor ? ` ${classes.selected}` : '';
  return (
    <Part
      ref={ref}
      is="gridcell"
      aria-colindex={2}
      aria-haspopup="dialog"
      aria-selected={state.selected || undefined}
      aria-describedby={sentences.length > 0 ? id : undefined}
      data-col={0}
      data-focus={state.focused || undefined}
      tabIndex={state.focused ? 0 : -1}
      className={`${classes.cell} ${classes.status}${selected}`}
      style={row.state === 'excluded' ? undefined : { color: `var(--${status.token})` }}
    >
      <Icon name={status.icon} size={14} />
      <span className={classes.text}>{status.word}</span>
      <WarningMark row={row} />
      {state.edges && <span className={classes.edge} style={{ borderWidth: edgeWidths(state.edges) }} />}
      {sentences.length > 0 && (
        <span id={id} hidden>
          {sentences.join(' ')}
        </span>
      )}
    </Part>
  );
}
