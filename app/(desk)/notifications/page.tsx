import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { NotificationsPage } from '@/components/notifications/notifications-page';
import { notificationsQuery } from '@/lib/contracts/notification-api';
import { listNotifications } from '@/lib/contracts/view-notifications';

export const metadata: Metadata = { title: 'Notifications' };

export default async function Notifications({ searchParams }: PageProps<'/notifications'>) {
  const who = await allowPage('imports:read');
  const asked = notificationsQuery.safeParse(await searchParams);
  const query = asked.success ? asked.data : notificationsQuery.parse({});
  const { store } = await desk();
  const answer = await listNotifications(store, who, query);
  return <NotificationsPage answer={answer} isFirst={query.before === undefined} />;
}
