'use client';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { Icon } from '@/components/shell/icon';
import type { RowView } from '@/lib/contracts/row-api';
import { isLong } from '@/lib/customer/is-long';
import { lookOf, textOf } from './grid/cell-look';
import type { GridColumn } from './grid/column-plan';
import { useGrid, useGridStore } from './grid/use-grid';
import classes from './phone.module.css';

/** One field of a card to edit; it is saved when it is left, or with Enter where it has one line. */
export function PhoneField({ row, column }: { row: RowView; column: GridColumn }) {
  const store = useGridStore();
  const failure = useGrid((grid) => grid.edits.failure(row.row, column.field.name));
  const look = lookOf(row, column);
  const typed = textOf(row, column);
  const [draft, setDraft] = useState<string | null>(null);
  const save = (text: string) => {
    setDraft(null);
    store.type(row, column, text);
  };
  const message = failure?.message ?? look.message;
  const long = isLong(column.field);
  const Input = long ? Textarea : TextInput;
  const isError = failure !== undefined || look.tone === 'error';
  return (
    <div className={classes.field}>
      <Input
        label={column.field.label}
        size="lg"
        value={draft ?? failure?.mine ?? typed}
        placeholder="blank"
        error={isError ? message : undefined}
        description={!isError ? message : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        leftSection={look.tone === 'plain' ? undefined : <Icon name={look.tone} label={look.tone} />}
        onChange={(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setDraft(event.currentTarget.value)}
        onBlur={() => draft !== null && save(draft)}
        onKeyDown={(event: KeyboardEvent) => !long && event.key === 'Enter' && draft !== null && save(draft)}
      />
      {look.suggestion && (
        <Button variant="light" h={44} fullWidth mt={10} onClick={() => save(look.suggestion ?? typed)}>
          Use {look.suggestion}
        </Button>
      )}
    </div>
  );
}
