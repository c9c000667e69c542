import { Icon } from '@/components/shell/icon';
import type { RowView } from '@/lib/contracts/row-api';
import classes from './grid.module.css';

/** The triangle of rows that have a warning, besides what they count as. */
export function WarningMark({ row }: { row: RowView }) {
  const warnings = row.issues.filter((one) => one.severity === 'warning').length;
  if (warnings === 0 || row.state === 'excluded') return null;
  return (
    <span className={classes.mark}>
      <Icon name="warning" size={14} label={warnings === 1 ? '1 warning' : `${warnings} warnings`} />
    </span>
  );
}
