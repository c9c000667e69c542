'use client';
import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { sentenceOf } from '@/components/shell/api';
import classes from './notifications.module.css';
import { useNotifications } from './notifications-provider';

/** Takes all that can be seen as read; what comes meanwhile stays unread. */
export function MarkAllRead({
  upTo,
  onRead,
  ...look
}: {
  /** The newest one that can be seen. */
  upTo: number;
  /** The button is gone then: the focus has to go somewhere else. */
  onRead: () => void;
} & Pick<ButtonProps, 'size' | 'variant' | 'color'>) {
  const { unread, markRead } = useNotifications();
  const [state, setState] = useState({ busy: false, said: '' });
  const mark = async () => {
    setState({ busy: true, said: '' });
    try {
      await markRead({ upTo });
      setState({ busy: false, said: 'All are read' });
      onRead();
    } catch (error) {
      setState({ busy: false, said: sentenceOf(error) });
    }
  };
  return (
    <>
      <span role="status" className={classes.said}>
        {state.said}
      </span>
      {unread > 0 && (
        <Button {...look} loading={state.busy} onClick={() => void mark()}>
          Mark all as read
        </Button>
      )}
    </>
  );
}
