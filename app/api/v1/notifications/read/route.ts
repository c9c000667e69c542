import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseBody } from '@/app/parse';
import { readNotifications } from '@/lib/contracts/notification-api';

/** What somebody has read is their own: a program has no such marks. Answers what is left. */
export const POST = route('account:own', async (request, _params, who) => {
  const { store } = await desk();
  await store.markRead(who.id, await parseBody(request, readNotifications));
  return Response.json({ unread: await store.countUnread(who.id) });
});
