'use client';
import { ActionIcon } from '@mantine/core';
import { type Ref, useEffect, useRef } from 'react';
import { Icon, type IconName } from '@/components/shell/icon';
import { isFocusFree } from '@/components/shell/use-page-focus';
import type { TotalsView } from '@/lib/contracts/import-api';
import { FilterChips } from './filter-chips';
import { undo } from './grid/range-work';
import { useGrid, useGridStore } from './grid/use-grid';
import classes from './review.module.css';
import type { FilterControl } from './use-filter';
import { usePanel } from './use-panel';

/** The filters, and at the right search, undo and the panel of issues. */
export function ReviewBar({
  totals,
  control,
  onFind,
}: {
  totals: TotalsView;
  control: FilterControl;
  onFind: () => void;
}) {
  const store = useGridStore();
  const { isNarrow, shown, open } = usePanel();
  const readOnly = useGrid((grid) => grid.readOnly);
  const canUndo = useGrid((grid) => grid.edits.history.canUndo);
  const canRedo = useGrid((grid) => grid.edits.history.canRedo);
  const opener = useRef<HTMLButtonElement>(null);
  const wasShown = useRef(shown);
  // Who hides the panel loses the button that had the focus, and gets the one that shows it again; a drawer sees to it.
  useEffect(() => {
    if (!isNarrow && wasShown.current && !shown && isFocusFree()) opener.current?.focus();
    wasShown.current = shown;
  }, [isNarrow, shown]);
  return (
    <div className={classes.bar}>
      <FilterChips totals={totals} filter={control.filter} show={control.show} />
      <div className={classes.tools}>
        <Tool icon="search" label="Find, Ctrl+F" onClick={onFind} />
        {!readOnly && (
          <>
            <Tool isForDesks icon="undo" label="Undo, Ctrl+Z" disabled={!canUndo} onClick={() => undo(store)} />
            <Tool
              isForDesks
              icon="redo"
              label="Do again, Ctrl+Shift+Z"
              disabled={!canRedo}
              onClick={() => undo(store, true)}
            />
          </>
        )}
        {(isNarrow || !shown) && <Tool ref={opener} icon="panel" label="Show issues by cause" onClick={open} />}
      </div>
    </div>
  );
}

function Tool({
  ref,
  icon,
  label,
  disabled,
  isForDesks,
  onClick,
}: {
  ref?: Ref<HTMLButtonElement>;
  icon: IconName;
  label: string;
  disabled?: boolean;
  /** Not shown on the phone. */
  isForDesks?: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon
      ref={ref}
      variant="subtle"
      color="gray"
      size={32}
      className={isForDesks ? `${classes.tool} ${classes.deskTool}` : classes.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}
