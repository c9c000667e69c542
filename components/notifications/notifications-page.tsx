'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { EmptyNote } from '@/components/shell/empty-note';
import { Page } from '@/components/shell/page';
import { Pager } from '@/components/shell/pager';
import { pageId } from '@/components/shell/use-page-focus';
import type { NotificationsAnswer } from '@/lib/contracts/notification-api';
import { MarkAllRead } from './mark-all-read';
import { NotificationItem } from './notification-item';
import classes from './notifications.module.css';
import { useNotifications } from './notifications-provider';

/** All notifications, newest first. */
export function NotificationsPage({ answer, isFirst }: { answer: NotificationsAnswer; isFirst: boolean }) {
  useFreshList();
  const { notifications, nextCursor } = answer;
  const newest = isFirst ? notifications[0] : undefined;
  if (notifications.length === 0) {
    return (
      <Page title="Notifications">
        <EmptyNote icon="bell" title="No notifications yet">
          When a scheduled import is done, it is said here.
        </EmptyNote>
      </Page>
    );
  }
  return (
    <Page
      title="Notifications"
      actions={
        newest && (
          <MarkAllRead
            upTo={newest.id}
            onRead={() => document.getElementById(pageId)?.focus({ preventScroll: true })}
          />
        )
      }
    >
      <ul className={`${classes.list} ${classes.wide}`} aria-label="Notifications">
        {notifications.map((each) => (
          <NotificationItem key={each.id} notification={each} withBar />
        ))}
      </ul>
      <Pager
        first={isFirst ? null : { href: '/notifications', label: 'Newest' }}
        next={nextCursor ? { href: `/notifications?before=${nextCursor}`, label: 'Older' } : null}
      />
    </Page>
  );
}

/** The list is asked for anew when there are more or fewer to read than when it was shown. */
function useFreshList(): void {
  const { unread } = useNotifications();
  const router = useRouter();
  const before = useRef(unread);
  useEffect(() => {
    if (before.current !== unread) router.refresh();
    before.current = unread;
  }, [unread, router]);
}
