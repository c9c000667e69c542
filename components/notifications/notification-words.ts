import { outcomeCounts } from '@/components/shell/kinds';
import { formatNumber } from '@/components/shell/numbers';
import { describeCounts } from '@/components/shell/outcome-bar';
import type { NotificationView } from '@/lib/contracts/notification-api';
import { mostUnread } from '@/lib/notifications';

/** What the bell is called: `Notifications, 3 unread`. */
export function bellName(unread: number): string {
  if (unread === 0) return 'Notifications';
  return `Notifications, ${formatNumber(unread)}${unread === mostUnread ? ' or more' : ''} unread`;
}

/** The number at the bell, where there is room for two digits. */
export const bellCount = (unread: number): string => (unread > 99 ? '99+' : String(unread));

export const kindWords: Record<NotificationView['kind'], string> = {
  import_done: 'The scheduled import is done',
  import_failed: 'The scheduled import failed',
};

/** What became of it: `48 created, 2 failed`. */
export function endWords({ kind, import: { totals, error } }: NotificationView): string {
  if (kind === 'import_failed') return error ?? 'Nothing was written.';
  return describeCounts(outcomeCounts(totals), 'outcome') || 'No rows';
}

/** The report of what was committed; else wherever the import stands. */
export const hrefOf = ({ import: { id, state } }: NotificationView): string =>
  state === 'committed' ? `/imports/${id}/report` : `/imports/${id}`;
