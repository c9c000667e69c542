/** Notifications over HTTP. */
import { z } from 'zod';
import { notificationKinds } from '../notifications';
import { importView } from './import-api';
import { count } from './parts';

export const notificationsQuery = z.object({
  /** The `nextCursor` of the part before. */
  before: z.coerce.number().int().positive().optional(),
  /** With 0 only what is unread is counted. */
  limit: z.coerce.number().int().min(0).max(100).default(25),
});
export type NotificationsQuery = z.infer<typeof notificationsQuery>;

const notificationView = z.object({
  id: count,
  kind: z.enum(notificationKinds),
  /** The import as it stands now. */
  import: importView
    .pick({ id: true, state: true, source: true, totals: true, error: true })
    .extend({ fileName: z.string() }),
  createdAt: z.iso.datetime(),
  /** Null for a program: only people have marks. */
  read: z.boolean().nullable(),
});
export type NotificationView = z.infer<typeof notificationView>;

export const notificationsAnswer = z.object({
  notifications: z.array(notificationView),
  /** Counted up to 1,000; null for a program. */
  unread: count.nullable(),
  nextCursor: z.string().nullable(),
});
export type NotificationsAnswer = z.infer<typeof notificationsAnswer>;

/** What somebody has read: some, or all up to one. */
export const readNotifications = z.union([
  z.strictObject({ ids: z.array(count).max(100) }),
  z.strictObject({ upTo: count }),
]);
export type ReadNotifications = z.infer<typeof readNotifications>;
