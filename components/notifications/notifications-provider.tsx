'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { callApi } from '@/components/shell/api';
import type { ReadNotifications } from '@/lib/contracts/notification-api';
import { useUnread } from './use-unread';

interface Shared {
  unread: number;
  setUnread: (unread: number) => void;
  /** Tells the server what was read. Throws where it cannot be told. */
  markRead: (what: ReadNotifications) => Promise<void>;
}

const Context = createContext<Shared | null>(null);

/** Tells all parts of the page how many notifications are unread. @param initial as the server counted them */
export function NotificationsProvider({ initial, children }: { initial: number; children: ReactNode }) {
  const [unread, setUnread] = useUnread(initial);
  const shared = useMemo(
    () => ({
      unread,
      setUnread,
      markRead: async (what: ReadNotifications) =>
        setUnread((await callApi<{ unread: number }>('POST', '/notifications/read', what)).unread),
    }),
    [unread, setUnread],
  );
  return <Context value={shared}>{children}</Context>;
}

export function useNotifications(): Shared {
  const shared = useContext(Context);
  if (!shared) throw new Error('useNotifications stands outside of NotificationsProvider.');
  return shared;
}
