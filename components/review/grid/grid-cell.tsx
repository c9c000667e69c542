'use client';
import { memo, useLayoutEffect, useRef } from 'react';
import { Icon } from '@/components/shell/icon';
import { cut } from '@/lib/customer/brief';
import { CellEditor } from './cell-editor';
import type { CellLook } from './cell-look';
import type { GridColumn } from './column-plan';
import classes from './grid.module.css';
import type { Marks } from './grid-marks';
import { Part } from './part';
import { useGridStore } from './use-grid';

export interface CellState {
  focused: boolean;
  editing: boolean;
  /** Rises whenever the cell has to take the focus. */
  tick: number;
  selected: boolean;
  anchor: boolean;
  /** Which edges of the range run along this cell: a subset of t, r, b, l. */
  edges: string;
}

const still: CellState = { focused: false, editing: false, tick: 0, selected: false, anchor: false, edges: '' };

export function stateOf(marks: Marks | null, col: number): CellState {
  if (!marks) return still;
  const focused = marks.focus === col;
  const selected = col >= marks.left && col <= marks.right;
  if (!focused && !selected) return still;
  const edges = [marks.top && 't', col === marks.right && 'r', marks.bottom && 'b', col === marks.left && 'l'];
  return {
    focused,
    editing: focused && marks.editing,
    tick: focused ? marks.tick : 0,
    selected,
    anchor: selected && marks.anchor === col,
    edges: selected ? edges.filter(Boolean).join('') : '',
  };
}

interface Props extends CellState {
  look: CellLook;
  /** Holds what is searched for. */
  hit: boolean;
  column: GridColumn;
  col: number;
  gap: number;
  id: string;
  saving: boolean;
  failed: string | undefined;
}

/** One cell with its state in form, icon and words; only the attributes that differ are rendered anew. */
export const GridCell = memo(function GridCell({ look, hit, column, col, gap, id, saving, failed, ...state }: Props) {
  const ref = useTakenFocus(state);
  const tone = failed ? 'error' : look.tone;
  const message = failed ?? look.message;
  return (
    <Part
      ref={ref}
      is="gridcell"
      aria-colindex={col + 2}
      aria-selected={state.selected || undefined}
      aria-invalid={tone === 'error' || undefined}
      aria-describedby={message ? id : undefined}
      data-col={col}
      data-focus={state.focused || undefined}
      tabIndex={state.focused ? 0 : -1}
      className={hit ? `${cellClass(look, tone, state, saving)} ${classes.hit}` : cellClass(look, tone, state, saving)}
      style={{ width: column.size, marginLeft: gap || undefined }}
    >
      {tone !== 'plain' && !state.editing && (
        <span className={classes.sign}>
          <Icon name={tone} size={14} />
        </span>
      )}
      {!state.editing && <Value look={look} />}
      {look.auto && !state.editing && (
        <span className={classes.wand}>
          <Icon name="auto" size={14} label="changed automatically" />
        </span>
      )}
      {state.edges && <span className={classes.edge} style={{ borderWidth: edgeWidths(state.edges) }} />}
      {message && (
        <span id={id} hidden>
          {message}
        </span>
      )}
      {state.editing && <CellEditor column={column} look={look} tone={tone} />}
    </Part>
  );
});

/** More than any cell has room for, in characters: a page full of long JSON would take a while to draw. */
const mostDrawn = 300;
const drawn = (text: string): string => cut(text, mostDrawn).replace(/[\r\n]+/g, ' ');

function Value({ look }: { look: CellLook }) {
  const text = look.text === '' ? 'blank' : drawn(look.text);
  if (!look.change)
    return <span className={look.text === '' ? `${classes.text} ${classes.blank}` : classes.text}>{text}</span>;
  return (
    <>
      {!look.change.narrow && <s>{drawn(look.change.old)}</s>}
      <span className={classes.arrow}>
        <Icon name="arrow" size={12} label="becomes" />
      </span>
      <span className={classes.text}>{text}</span>
    </>
  );
}

/**
 * Takes the focus when the store sends it here, once: a cell that is only drawn anew takes none from a field beside the
 * grid. A cell that goes away with the focus hands it to the one that comes in its place.
 */
export function useTakenFocus({ focused, tick, editing }: Pick<CellState, 'focused' | 'tick' | 'editing'>) {
  const store = useGridStore();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!focused || editing || store.takenTick === tick) return;
    store.takenTick = tick;
    ref.current?.focus({ preventScroll: true });
  }, [store, focused, tick, editing]);
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (document.activeElement === element) store.takenTick = -1;
    };
  }, [store]);
  return ref;
}

const cellClass = (look: CellLook, tone: CellLook['tone'], state: CellState, saving: boolean) =>
  [
    classes.cell,
    look.auto && classes.auto,
    look.change && classes.change,
    look.change?.narrow && classes.narrow,
    tone !== 'plain' && classes[tone],
    look.edited && classes.edited,
    saving && classes.saving,
    state.selected && !state.anchor && classes.selected,
    state.anchor && classes.anchor,
    state.editing && classes.editing,
  ]
    .filter(Boolean)
    .join(' ');

export const edgeWidths = (edges: string) =>
  ['t', 'r', 'b', 'l'].map((side) => (edges.includes(side) ? '1.5px' : '0')).join(' ');
