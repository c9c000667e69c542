'use client';
import { Icon } from '@/components/shell/icon';
import { Time } from '@/components/shell/time';
import type { CustomerView } from '@/lib/contracts/customer-api';
import classes from './last-change.module.css';

/** What touched a customer last, and when. */
export function LastChange({
  customer: { lastChange, updatedAt },
}: {
  customer: Pick<CustomerView, 'lastChange' | 'updatedAt'>;
}) {
  const kind = lastChange?.created ? 'create' : 'update';
  const name = lastChange?.kind === 'edit' ? 'By hand' : lastChange?.name;
  return (
    <span className={classes.root}>
      {lastChange && (
        <span style={{ color: `var(--${kind})` }}>
          <Icon name={kind} label={kind === 'create' ? 'Created' : 'Updated'} />
        </span>
      )}
      <span className={classes.name} title={name}>
        {name}
      </span>
      <Time value={updatedAt} className={classes.time} />
    </span>
  );
}
