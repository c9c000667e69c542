'use client';
import { VisuallyHidden } from '@mantine/core';
import { Icon } from '@/components/shell/icon';
import { outcomeCounts } from '@/components/shell/kinds';
import { OutcomeBar } from '@/components/shell/outcome-bar';
import { Time } from '@/components/shell/time';
import type { NotificationView } from '@/lib/contracts/notification-api';
import { PageLink } from '../shell/page-link';
import { endWords, hrefOf, kindWords } from './notification-words';
import classes from './notifications.module.css';
import { useNotifications } from './notifications-provider';

const looks = {
  import_done: { icon: 'check', color: 'var(--create)' },
  import_failed: { icon: 'failed', color: 'var(--error)' },
} as const;

/** One notification, which leads to its import. Who follows it has read it. */
export function NotificationItem({
  notification,
  withBar,
  onLeave,
}: {
  notification: NotificationView;
  /** Where there is room for the totals as a bar. */
  withBar?: boolean;
  onLeave?: () => void;
}) {
  const { markRead } = useNotifications();
  const { id, kind, read, createdAt, import: told } = notification;
  const leave = () => {
    // The page that is opened does not wait for it; where it gets lost the notification stays unread.
    if (read === false) void markRead({ ids: [id] }).catch(() => undefined);
    onLeave?.();
  };
  return (
    <li className={classes.item} data-unread={read === false || undefined}>
      <span className={classes.icon} style={{ color: looks[kind].color }}>
        <Icon name={looks[kind].icon} />
      </span>
      <span className={classes.told}>
        <PageLink href={hrefOf(notification)} className={classes.link} onClick={leave}>
          {kindWords[kind]}
          {read === false && <VisuallyHidden> (unread)</VisuallyHidden>}
        </PageLink>
        <span className={classes.end}>{endWords(notification)}</span>
        <span className={classes.note}>
          <span title={told.fileName}>{told.fileName}</span>
          <Time value={createdAt} className={classes.time} />
        </span>
      </span>
      {withBar && kind === 'import_done' && told.totals.rows > 0 && (
        <OutcomeBar counts={outcomeCounts(told.totals)} tense="outcome" className={classes.bar} />
      )}
      <span className={classes.dot} aria-hidden="true" />
    </li>
  );
}
