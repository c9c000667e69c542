import type { Actor } from '../auth/actor';
import type { NotificationRecord } from '../notifications';
import type { Store } from '../store';
import type { NotificationsAnswer, NotificationsQuery, NotificationView } from './notification-api';
import { totalsOf } from './totals';

type Reader = Pick<Store, 'listNotifications' | 'countUnread' | 'readImport' | 'readTotals'>;

/** Notifications, newest first, with the marks of the person who asks. */
export async function listNotifications(
  store: Reader,
  who: Actor,
  { before, limit }: NotificationsQuery,
): Promise<NotificationsAnswer> {
  const person = who.kind === 'person' ? who.id : null;
  const [found, unread] = await Promise.all([
    limit === 0 ? [] : store.listNotifications({ person, before, limit: limit + 1 }),
    person === null ? null : store.countUnread(person),
  ]);
  const shown = found.slice(0, limit);
  const views = await Promise.all(shown.map((record) => view(store, record)));
  return {
    notifications: views.filter((each) => each !== null),
    unread,
    nextCursor: found.length > limit ? String(shown.at(-1)!.id) : null,
  };
}

/** Null where the import was deleted this very moment. */
async function view(store: Reader, record: NotificationRecord): Promise<NotificationView | null> {
  const { id, kind, importId, createdAt, read } = record;
  const found = await store.readImport(importId);
  if (!found) return null;
  const { state, source, fileName, error } = found;
  const totals = await totalsOf(store, found);
  return {
    id,
    kind,
    import: { id: importId, state, source, fileName, totals, ...(error === null ? {} : { error }) },
    createdAt: new Date(createdAt).toISOString(),
    read,
  };
}
