'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { RowView } from '@/lib/contracts/row-api';
import { lookOf, textOf } from './grid/cell-look';
import type { GridColumn } from './grid/column-plan';
import { sentencesOf, statusOf } from './grid/row-status';
import { useGrid, useGridStore } from './grid/use-grid';
import classes from './phone.module.css';
import { PhoneField } from './phone-field';
import { titleOf } from './row-title';

const shownFields = 2;

/** One row as a card: fields with errors to edit first, then a few others, then the rest on demand; read only it has no inputs. */
export function PhoneCard({ place }: { place: number }) {
  const store = useGridStore();
  const row = useGrid((grid) => grid.row(place));
  const readOnly = useGrid((grid) => grid.readOnly);
  const [open, setOpen] = useState(false);
  if (!row) return <article className={classes.card} aria-busy />;
  const wrong = store.columns.filter(
    (column) => !readOnly && (isWrong(row, column) || store.edits.failure(row.row, column.field.name)),
  );
  const others = store.columns.filter((column) => !wrong.includes(column));
  const filled = others
    .filter((column) => textOf(row, column).trim() !== '')
    .sort((a, b) => Number(isWrong(row, b)) - Number(isWrong(row, a)));
  const excluded = row.state === 'excluded';
  return (
    <article className={classes.card} aria-label={`Row ${formatNumber(row.row)}`}>
      <header className={classes.head}>
        <span className={classes.number}>{formatNumber(row.row)}</span>
        <b className={classes.title}>{titleOf(row, store.columns)}</b>
        <Status row={row} />
      </header>
      {sentencesOf(row).map((sentence) => (
        <p key={sentence} className={classes.sentence}>
          {sentence}
        </p>
      ))}
      {(open && !readOnly ? store.columns : wrong).map((column) => (
        <PhoneField key={column.index} row={row} column={column} />
      ))}
      {!(open && !readOnly) && (
        <dl className={classes.facts}>
          {(open ? others : filled.slice(0, shownFields)).map((column) => (
            <div key={column.index}>
              <dt>{column.field.label}</dt>
              <dd>{lookOf(row, column).text || 'blank'}</dd>
            </div>
          ))}
        </dl>
      )}
      <footer className={classes.foot}>
        <button type="button" className={classes.more} onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Fewer fields' : moreLabel(others.length - Math.min(shownFields, filled.length), readOnly)}
        </button>
        {!readOnly && (
          <Button
            variant="subtle"
            color="gray"
            h={44}
            onClick={() => store.edits.write({ exclusions: [{ row: row.row, excluded: !excluded }] })}
          >
            {excluded ? 'Include' : 'Exclude'}
          </Button>
        )}
      </footer>
    </article>
  );
}

function Status({ row }: { row: RowView }) {
  const status = statusOf(row);
  const errors = row.issues.filter((one) => one.severity === 'error').length;
  return (
    <span className={classes.status} style={{ color: `var(--${status.token})` }}>
      <Icon name={status.icon} size={14} />
      {status.word === 'Error' ? formatCount(Math.max(1, errors), 'error') : status.word}
    </span>
  );
}

const isWrong = (row: RowView, column: GridColumn) => row.issues.some((one) => one.field === column.field.name);

const moreLabel = (more: number, readOnly: boolean) =>
  readOnly ? formatCount(more, 'more field') : `Edit all fields${more > 0 ? `, ${more} more` : ''}`;
