'use client';
import { ActionIcon, type FloatingPosition, Popover } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '@/components/shell/icon';
import { usePermission } from '@/components/shell/who';
import { NewestNotifications } from './newest-notifications';
import { bellCount, bellName } from './notification-words';
import classes from './notifications.module.css';
import { useNotifications } from './notifications-provider';

/** The bell with the number of unread notifications, and the newest of them when it is opened. */
export function NotificationBell({ large, position }: { large?: boolean; position: FloatingPosition }) {
  const { unread } = useNotifications();
  const [opened, setOpened] = useState(false);
  if (!usePermission('imports:read')) return null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position={position}
      width="min(360px, calc(100vw - 24px))"
      shadow="lg"
      radius="lg"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={large ? 44 : 32}
          className={classes.bell}
          aria-label={bellName(unread)}
          title="Notifications"
          onClick={() => setOpened(!opened)}
        >
          <Icon name="bell" size={large ? 20 : 16} />
          {unread > 0 && (
            <span className={classes.count} aria-hidden="true">
              {bellCount(unread)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <NewestNotifications onLeave={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
