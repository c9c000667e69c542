'use client';
import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Icon, type IconName } from '@/components/shell/icon';
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
  const { panel, setPanel } = usePanel();
  const isNarrow = useMediaQuery('(max-width: 75em)') ?? false;
  const canUndo = useGrid((grid) => grid.edits.history.canUndo && !grid.readOnly);
  const canRedo = useGrid((grid) => grid.edits.history.canRedo && !grid.readOnly);
  const hidden = isNarrow ? panel !== 'on' : panel === 'off';
  return (
    <div className={classes.bar}>
      <FilterChips totals={totals} filter={control.filter} show={control.show} />
      <div className={classes.tools}>
        <Tool icon="search" label="Find, Ctrl+F" onClick={onFind} />
        <Tool isForDesks icon="undo" label="Undo, Ctrl+Z" disabled={!canUndo} onClick={() => undo(store)} />
        <Tool
          isForDesks
          icon="redo"
          label="Do again, Ctrl+Shift+Z"
          disabled={!canRedo}
          onClick={() => undo(store, true)}
        />
        {hidden && <Tool icon="panel" label="Show issues by cause" onClick={() => setPanel(isNarrow ? 'on' : null)} />}
      </div>
    </div>
  );
}

function Tool({
  icon,
  label,
  disabled,
  isForDesks,
  onClick,
}: {
  icon: IconName;
  label: string;
  disabled?: boolean;
  /** Not shown on the phone. */
  isForDesks?: boolean;
  onClick: () => void;
}) {
  return (
    <ActionIcon
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
