'use client';
import { Button } from '@mantine/core';
import { formatCount } from '@/components/shell/numbers';
import type { ImportView } from '@/lib/contracts/import-api';
import { columnLetters } from '@/lib/row';
import { ColumnName } from './column-name';
import classes from './ignored-columns.module.css';
import { controls } from './problem-control';
import type { MappingDraft } from './use-mapping-draft';

/** The columns that feed nothing. They stay in the file and are not written to customers. */
export function IgnoredColumns({ view, draft }: { view: ImportView; draft: MappingDraft }) {
  const ignored = draft.mapping.columns.filter(({ field }) => field === null).length;
  if (ignored === 0) return null;
  const rest = view.columns.filter(({ index }) => !draft.listed.has(index));
  const choose = (index: number) => {
    draft.list(index);
    // The select exists after the next paint.
    requestAnimationFrame(() => document.getElementById(controls.field(index))?.focus());
  };
  return (
    <section className={classes.root} aria-labelledby="ignored">
      <h2 id="ignored" className={classes.title}>
        {formatCount(ignored, 'column is', 'columns are')} ignored
        <span>not written to customers</span>
      </h2>
      <ul className={classes.list}>
        {rest.map((column) => (
          <li key={column.index}>
            <span className={classes.letters}>{columnLetters(column.index)}</span>
            <ColumnName column={column} />
            <span className={classes.sample}>{column.samples[0]?.slice(0, 40) ?? 'blank'}</span>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={`Choose a field for column ${columnLetters(column.index)}, ${column.header || 'no header'}`}
              onClick={() => choose(column.index)}
            >
              Choose a field
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
