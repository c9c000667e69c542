import type { ColumnView } from '@/lib/contracts/import-api';
import classes from './map-table.module.css';

/** The header of a column; a column without one is still told by its letter. */
export function ColumnName({ column }: { column: ColumnView }) {
  return column.header.trim() === '' ? (
    <span className={classes.blank}>no header</span>
  ) : (
    <b className={classes.name} title={column.header}>
      {column.header}
    </b>
  );
}
