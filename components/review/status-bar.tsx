'use client';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { GridStore } from './grid/grid-store';
import { useGrid } from './grid/use-grid';
import { KeyList, KeyName } from './key-list';
import { isAll } from './row-filter';
import classes from './status-bar.module.css';

/** Rows in view, what is selected, whether everything is saved; keys at the right. */
export function StatusBar({ rows }: { rows: number }) {
  const inView = useGrid((store) => inViewWords(store, rows));
  const selection = useGrid(selectionWords);
  const readOnly = useGrid((store) => store.readOnly);
  return (
    <footer className={classes.statusbar}>
      <span>{inView}</span>
      <span>{selection}</span>
      {readOnly ? <span>Read only</span> : <Saving />}
      <span className={classes.keys}>
        {!readOnly && <KeyName keys="F8">next error</KeyName>}
        {!readOnly && <KeyName keys="F2">edit</KeyName>}
        {!readOnly && <KeyName keys="Ctrl E">exclude</KeyName>}
        <KeyList readOnly={readOnly} />
      </span>
    </footer>
  );
}

function Saving() {
  const waiting = useGrid((store) => store.edits.queue.size);
  const failed = useGrid((store) => store.edits.failures.size);
  if (waiting > 0) return <span className={classes.saved}>Saving {formatCount(waiting, 'edit')}</span>;
  return failed > 0 ? (
    <span className={classes.saved} style={{ color: 'var(--error)' }}>
      <Icon name="error" size={14} />
      {formatCount(failed, 'edit')} not saved
    </span>
  ) : (
    <span className={classes.saved}>
      <Icon name="check" size={14} />
      All edits saved
    </span>
  );
}

/** The numbers that the rows in view have in the person's spreadsheet; under a filter they have gaps, so only how many. */
function inViewWords(store: GridStore, rows: number): string {
  const { source, inView } = store;
  if (source.total === null) return 'Rows are being loaded';
  if (source.total === 0) return 'No rows';
  if (!isAll(source.filter) || source.filter.q) return `${formatCount(source.total, 'row')} of ${formatNumber(rows)}`;
  const first = store.row(inView.first)?.row;
  const last = store.row(inView.last)?.row;
  const all = `${formatNumber(rows)} in all`;
  return first && last ? `Rows ${formatNumber(first)}–${formatNumber(last)}, ${all}` : `Rows: ${all}`;
}

function selectionWords(store: GridStore): string {
  const { top, bottom, left, right } = store.area;
  const rows = bottom - top + 1;
  if (store.wholeRows) return `${formatCount(rows, 'row')} selected`;
  const cells = rows * (right - left + 1);
  if (cells === 1) return 'Nothing selected';
  const column = left === right ? store.column(left) : undefined;
  return `${formatCount(cells, 'cell')} selected${column ? ` in ${column.field.label}` : ''}`;
}
