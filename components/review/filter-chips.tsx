'use client';
import { ChipGroup } from '@/components/shell/chip-group';
import { FilterChip } from '@/components/shell/filter-chip';
import { Icon, type IconName } from '@/components/shell/icon';
import { planCounts } from '@/components/shell/kinds';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { RowFilter } from '@/lib/contracts/row-api';
import classes from './review.module.css';
import { isAll } from './row-filter';
import type { FilterControl } from './use-filter';

type ChipFilter = Omit<RowFilter, 'q'>;
interface Chip {
  label: string;
  icon: IconName;
  token: string;
  count: (totals: TotalsView) => number;
  filter: ChipFilter;
}

const issueChips: Chip[] = [
  { label: 'Errors', icon: 'error', token: 'error', count: (t) => t.states.error, filter: { state: 'error' } },
  { label: 'Warnings', icon: 'warning', token: 'warning', count: (t) => t.warnings, filter: { standing: 'warnings' } },
  {
    label: 'Auto-changed',
    icon: 'auto',
    token: 'auto',
    count: (t) => t.autoChanged,
    filter: { standing: 'auto-changed' },
  },
];
const planChips: Chip[] = [
  {
    label: 'Create',
    icon: 'create',
    token: 'create',
    count: (t) => t.dispositions.create,
    filter: { disposition: 'create' },
  },
  {
    label: 'Update',
    icon: 'update',
    token: 'update',
    count: (t) => t.dispositions.update,
    filter: { disposition: 'update' },
  },
  {
    label: 'Unchanged',
    icon: 'unchanged',
    token: 'unchanged',
    count: (t) => t.dispositions.unchanged,
    filter: { disposition: 'unchanged' },
  },
  { label: 'Skipped', icon: 'skip', token: 'skip', count: (t) => planCounts(t).skip, filter: { standing: 'skipped' } },
  {
    label: 'Conflict',
    icon: 'conflict',
    token: 'conflict',
    count: (t) => t.dispositions.conflict,
    filter: { disposition: 'conflict' },
  },
];

/** All, then the issues, then the plan; the plan and the errors add up to all. */
export function FilterChips({ totals, filter, show }: { totals: TotalsView } & Pick<FilterControl, 'filter' | 'show'>) {
  return (
    <ChipGroup className={classes.chips}>
      <FilterChip label="All" count={totals.rows} pressed={isAll(filter)} onPress={() => show({})} />
      <Chips chips={issueChips} totals={totals} filter={filter} show={show} />
      <span className={classes.divider} />
      <Chips chips={planChips} totals={totals} filter={filter} show={show} />
    </ChipGroup>
  );
}

function Chips({
  chips,
  totals,
  filter,
  show,
}: { chips: Chip[]; totals: TotalsView } & Pick<FilterControl, 'filter' | 'show'>) {
  return chips.map((chip) => {
    const pressed = isPressed(chip.filter, filter);
    const count = chip.count(totals);
    return (
      <FilterChip
        key={chip.label}
        label={chip.label}
        count={count}
        pressed={pressed}
        icon={
          <span style={count > 0 || pressed ? { color: `var(--${chip.token})` } : undefined}>
            <Icon name={chip.icon} size={14} />
          </span>
        }
        onPress={() => show(pressed ? {} : chip.filter)}
      />
    );
  });
}

const isPressed = (chip: ChipFilter, filter: RowFilter) =>
  !filter.issue &&
  chip.state === filter.state &&
  chip.disposition === filter.disposition &&
  chip.standing === filter.standing;

/** The words of a filter, for sentences: “Errors”, or null for all rows. */
export const nameOf = (filter: RowFilter): string | null =>
  [...issueChips, ...planChips].find((chip) => isPressed(chip.filter, filter))?.label ??
  (filter.standing === 'behind' ? 'Stays behind' : filter.issue ? 'one cause' : null);
