'use client';
import { ActionIcon, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { GridStore } from './grid/grid-store';
import { useGrid, useGridStore } from './grid/use-grid';
import classes from './review.module.css';

/** Search in the rows: a line above the grid, not a dialog. Enter goes to the first row found, Escape leaves. */
export function FindPanel({
  value,
  onSearch,
  onClose,
}: {
  value: string;
  onSearch: (text: string) => void;
  /** Gets the row one was in, to return to. */
  onClose: (row: number | undefined) => void;
}) {
  const store = useGridStore();
  const total = useGrid((grid) => grid.source.total);
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const later = useDebouncedCallback(onSearch, 250);
  const [before] = useState(() => rowOf(store));
  useEffect(() => input.current?.focus(), []);
  const close = () => {
    later.cancel();
    onClose(store.entered || before === undefined ? rowOf(store) : before);
  };
  return (
    <search className={classes.find}>
      <TextInput
        ref={input}
        className={classes.findInput}
        aria-label="Find in rows"
        placeholder="Find in rows"
        leftSection={<Icon name="search" size={14} />}
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter') return;
          later.flush();
          store.go({ row: 0, col: store.focus.col });
        }}
      />
      <span className={classes.findCount}>{value !== '' && total !== null && formatCount(total, 'row')}</span>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label="Leave the search" onClick={close}>
        <Icon name="x" />
      </ActionIcon>
    </search>
  );
}

/** The number of the active row; where none was chosen yet, of the first one in view. */
const rowOf = (store: GridStore) => store.row(store.entered ? store.focus.row : store.inView.first)?.row;
