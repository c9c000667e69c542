'use client';
import { Popover, Title } from '@mantine/core';
import { useState } from 'react';
import { Icon, type IconName } from '@/components/shell/icon';
import { planCounts } from '@/components/shell/kinds';
import { formatCount, formatNumber } from '@/components/shell/numbers';
import type { TotalsView } from '@/lib/contracts/import-api';
import type { RowFilter } from '@/lib/contracts/row-api';
import { behindSentence, stayingBehind } from './plan-numbers';
import classes from './review.module.css';

interface Part {
  icon: IconName;
  token: string;
  count: number;
  words: string;
  filter: Omit<RowFilter, 'q'>;
}

/** How many rows stay behind, and of what the sum is made; each part shows its rows. */
export function BehindPopover({ totals, show }: { totals: TotalsView; show: (filter: Omit<RowFilter, 'q'>) => void }) {
  const [opened, setOpened] = useState(false);
  const behind = stayingBehind(totals);
  if (behind === 0) return null;
  const title = `${formatCount(behind, 'row')} ${behind === 1 ? 'stays' : 'stay'} behind`;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={268} shadow="lg" trapFocus returnFocus>
      <div className={classes.behind}>
        <Popover.Target>
          <button type="button" className={classes.behindLink} onClick={() => setOpened(!opened)}>
            {title}
          </button>
        </Popover.Target>
        <span className={classes.behindNote}>{behindSentence(totals)}</span>
      </div>
      <Popover.Dropdown aria-label={title}>
        <Title order={3} mb={8}>
          {title}
        </Title>
        {partsOf(totals).map((part) => (
          <button
            key={part.words}
            type="button"
            className={classes.sum}
            onClick={() => {
              show(part.filter);
              setOpened(false);
            }}
          >
            <span style={{ color: `var(--${part.token})` }}>
              <Icon name={part.icon} size={14} />
            </span>
            <b>{formatNumber(part.count)}</b>
            <span>{part.words}</span>
            <Icon name="right" size={14} />
          </button>
        ))}
        <p className={classes.behindNote} style={{ margin: '8px 0 0' }}>
          They are not imported, and stay in the report with their reason.
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}

function partsOf(totals: TotalsView): Part[] {
  const { unchanged, skip, conflict, failed } = planCounts(totals);
  const parts: Part[] = [
    {
      icon: 'error',
      token: 'error',
      count: failed,
      words: failed === 1 ? 'error to fix' : 'errors to fix',
      filter: { state: 'error' },
    },
    {
      icon: 'unchanged',
      token: 'unchanged',
      count: unchanged,
      words: 'unchanged, nothing to do',
      filter: { disposition: 'unchanged' },
    },
    { icon: 'skip', token: 'skip', count: skip, words: 'skipped', filter: { standing: 'skipped' } },
    {
      icon: 'conflict',
      token: 'conflict',
      count: conflict,
      words: conflict === 1 ? 'conflict' : 'conflicts',
      filter: { disposition: 'conflict' },
    },
  ];
  return parts.filter((part) => part.count > 0);
}
