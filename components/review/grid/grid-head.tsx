import { memo } from 'react';
import { Icon } from '@/components/shell/icon';
import type { GridColumn } from './column-plan';
import grid from './grid.module.css';
import classes from './head.module.css';
import { Part } from './part';
import type { ShownColumn } from './use-columns';

interface Props {
  columns: readonly GridColumn[];
  shown: ShownColumn[];
  width: number;
}

/** Two lines: the field, and the person's own column below it. */
export const GridHead = memo(function GridHead({ columns, shown, width }: Props) {
  return (
    <Part is="row" aria-rowindex={1} className={classes.head} style={{ width }}>
      <Head col={-1} className={`${grid.number} ${classes.numberHead}`}>
        <span className={classes.label}>Row</span>
      </Head>
      <Head col={0} className={`${grid.status} ${classes.statusHead}`}>
        Status
      </Head>
      {shown.map(({ col, gap }) => {
        const column = columns[col - 1];
        return column && <FieldHead key={col} column={column} col={col} gap={gap} />;
      })}
    </Part>
  );
});

function Head({ col, className, children }: { col: number; className?: string; children: React.ReactNode }) {
  return (
    <Part is="columnheader" aria-colindex={col + 2} className={`${grid.cell} ${classes.headCell} ${className}`}>
      {children}
    </Part>
  );
}

function FieldHead({ column, col, gap }: { column: GridColumn; col: number; gap: number }) {
  const source = column.header.trim() === '' ? column.letters : `${column.letters} · ${column.header}`;
  return (
    <Part
      is="columnheader"
      aria-colindex={col + 2}
      title={`${column.field.label}, column ${source}`}
      className={`${grid.cell} ${classes.headCell}`}
      style={{ width: column.size, marginLeft: gap || undefined }}
    >
      <span className={classes.label}>
        <span className={grid.text}>{column.field.label}</span>
        {column.isKey && <Icon name="key" size={12} label="match key" />}
      </span>
      <span className={classes.source}>{source}</span>
    </Part>
  );
}
