'use client';
import { Anchor, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { callApi, sentenceOf } from '@/components/shell/api';
import { Problem } from '@/components/shell/problem';
import type { NotificationsAnswer } from '@/lib/contracts/notification-api';
import { PageLink } from '../shell/page-link';
import { MarkAllRead } from './mark-all-read';
import { NotificationItem } from './notification-item';
import classes from './notifications.module.css';
import { useNotifications } from './notifications-provider';

/** As many as are seen without scrolling. */
const shown = 5;

/** The newest notifications, below the bell. */
export function NewestNotifications({ onLeave }: { onLeave: () => void }) {
  const { answer, problem } = useNewest();
  const all = useRef<HTMLAnchorElement>(null);
  const list = answer?.notifications ?? [];
  return (
    <>
      <div className={classes.head}>
        {/* The list comes later: whoever opens it by the keyboard begins at its start. */}
        <Title order={2} fz={14} lh="20px" tabIndex={-1} data-autofocus className={classes.title}>
          Notifications
        </Title>
        {list[0] && (
          <MarkAllRead upTo={list[0].id} onRead={() => all.current?.focus()} size="xs" variant="subtle" color="gray" />
        )}
      </div>
      <Problem sentence={problem} mb="xs" />
      {list.length > 0 && (
        <ul className={classes.list}>
          {list.map((each) => (
            <NotificationItem key={each.id} notification={each} onLeave={onLeave} />
          ))}
        </ul>
      )}
      {list.length === 0 && !problem && (
        <p className={classes.none} role="status">
          {answer ? 'Nothing yet. When a scheduled import is done, it is said here.' : 'Looking…'}
        </p>
      )}
      <Anchor ref={all} component={PageLink} href="/notifications" className={classes.all} onClick={onLeave}>
        All notifications
      </Anchor>
    </>
  );
}

/** Asked for when it is opened, and again when there are more or fewer to read. */
function useNewest() {
  const { unread, setUnread } = useNotifications();
  const [state, setState] = useState<{ answer?: NotificationsAnswer; problem?: string }>({});
  const answered = useRef<unknown>(undefined);
  useEffect(() => {
    // What the answer itself told is no reason to ask again.
    if (answered.current === unread) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const path = `/notifications?limit=${shown}`;
        const answer = await callApi<NotificationsAnswer>('GET', path, undefined, abort.signal);
        setState({ answer });
        answered.current = answer.unread ?? 0;
        setUnread(answer.unread ?? 0);
      } catch (error) {
        if (!abort.signal.aborted) setState(({ answer }) => ({ answer, problem: sentenceOf(error) }));
      }
    };
    void ask();
    return () => abort.abort();
  }, [unread, setUnread]);
  return state;
}
