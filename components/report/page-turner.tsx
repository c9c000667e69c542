'use client';
import { Button } from '@mantine/core';
import { formatNumber } from '@/components/shell/numbers';
import type { RowsAnswer } from '@/lib/contracts/row-api';
import classes from './report.module.css';
import { reportPageRows } from './report-paging';

/** “1–50 of 10,240”, back and on. */
export function PageTurner({
  offset,
  rows,
  onTurn,
}: {
  offset: number;
  rows: RowsAnswer;
  onTurn: (offset: number) => void;
}) {
  if (rows.total <= reportPageRows && offset === 0) return null;
  const end = offset + rows.rows.length;
  return (
    <nav className={classes.turner} aria-label="Pages of rows">
      <span>
        {formatNumber(rows.rows.length > 0 ? offset + 1 : 0)}–{formatNumber(end)} of {formatNumber(rows.total)}
      </span>
      <Button size="xs" disabled={offset === 0} onClick={() => onTurn(Math.max(0, offset - reportPageRows))}>
        Earlier rows
      </Button>
      <Button size="xs" disabled={end >= rows.total} onClick={() => onTurn(offset + reportPageRows)}>
        Later rows
      </Button>
    </nav>
  );
}
