/** Notifications: what they say, and what they ask of storage. */

/** What there is to tell: an import that nobody watched came to its end. */
export const notificationKinds = ['import_done', 'import_failed'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export interface NewNotification {
  kind: NotificationKind;
  importId: number;
}

export interface NotificationRecord extends NewNotification {
  id: number;
  createdAt: number;
  /** Whether the person who asks has read it; null where no person asks. */
  read: boolean | null;
}

/** Notifications that are counted as unread at the most. */
export const mostUnread = 1000;

export interface NotificationStore {
  /** Tells everybody who may read imports. An end that is written anyway takes the notification along: `notificationWrite`. */
  notify(notification: NewNotification): Promise<void>;
  /** Newest first. @param query.person whose marks are told; null for a program, which has none */
  listNotifications(query: { person: string | null; before?: number; limit: number }): Promise<NotificationRecord[]>;
  /** What the person has not read of what came since they have their account, counted up to `mostUnread`. */
  countUnread(person: string): Promise<number>;
  /** Notes what a person has read: some, or all up to one. Those that there are not are left out. */
  markRead(person: string, what: { ids: number[] } | { upTo: number }): Promise<void>;
}
