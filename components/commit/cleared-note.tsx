'use client';
import { Alert } from '@mantine/core';
import { useLabels } from '@/components/shell/attributes';
import { Icon } from '@/components/shell/icon';
import { formatCount } from '@/components/shell/numbers';
import type { PlanSummary } from '@/lib/contracts/row-api';

/** Blank cells that take values away are said with their numbers before anything is done. */
export function ClearedNote({ plan, updates }: { plan: PlanSummary; updates: number }) {
  const labelOf = useLabels();
  const cleared = plan.fields.filter((field) => field.cleared > 0);
  if (cleared.length === 0) return null;
  return (
    <Alert
      variant="light"
      color="warning"
      mt={24}
      icon={<Icon name="warning" />}
      styles={{ message: { color: 'var(--ink)' } }}
    >
      {cleared.map(({ field, cleared: count }) => (
        <div key={field}>
          <b>
            {labelOf(field)} would be cleared for {formatCount(count, 'customer')}.
          </b>{' '}
          That is {share(count, updates)} of the customers this import updates.
        </div>
      ))}
      <div style={{ color: 'var(--ink-2)' }}>
        Blank cells are set to clear. To keep the values, change that on the Map page.
      </div>
    </Alert>
  );
}

const share = (part: number, whole: number) => `${whole === 0 ? '0.0' : ((part / whole) * 100).toFixed(1)} %`;
