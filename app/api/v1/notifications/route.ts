import { desk } from '@/app/desk';
import { route } from '@/app/guard';
import { parseQuery } from '@/app/parse';
import { notificationsQuery } from '@/lib/contracts/notification-api';
import { listNotifications } from '@/lib/contracts/view-notifications';

/** Pages ask for it by themselves, again and again: that is no use of a session which would make it last. */
export const GET = route(
  'imports:read',
  async (request, _params, who) => {
    const { store } = await desk();
    return Response.json(await listNotifications(store, who, parseQuery(request, notificationsQuery)));
  },
  { renews: false, readsQuery: true },
);
