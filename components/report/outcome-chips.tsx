'use client';
import { ChipGroup } from '@/components/shell/chip-group';
import { FilterChip } from '@/components/shell/filter-chip';
import { Icon } from '@/components/shell/icon';
import { kindOrder, kinds, outcomeCounts } from '@/components/shell/kinds';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { Outcome } from '@/lib/steps';
import classes from './report.module.css';

/** Rows by outcome; the chips add up to All. */
export function OutcomeChips({
  totals,
  pressed,
  onPress,
}: {
  totals: TotalsView;
  pressed: Outcome | null;
  onPress: (outcome: Outcome | null) => void;
}) {
  const counts = outcomeCounts(totals);
  return (
    <ChipGroup className={classes.chips}>
      <FilterChip label="All" count={totals.rows} pressed={pressed === null} onPress={() => onPress(null)} />
      {kindOrder.map((kind) => {
        const outcome = kinds[kind].outcome as Outcome;
        return (
          <FilterChip
            key={kind}
            label={outcome}
            count={counts[kind]}
            pressed={pressed === outcome}
            icon={
              <span style={counts[kind] > 0 ? { color: `var(--${kinds[kind].token})` } : undefined}>
                <Icon name={kinds[kind].icon} size={14} />
              </span>
            }
            onPress={() => onPress(pressed === outcome ? null : outcome)}
          />
        );
      })}
    </ChipGroup>
  );
}
