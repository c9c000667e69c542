import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowPage } from '@/app/guard';
import { PeoplePage } from '@/components/people/people-page';
import { changeAccess, changeRole, invitePerson, withdrawInvitation } from './change-people';

export const metadata: Metadata = { title: 'People' };

export default async function People() {
  await allowPage('people:manage');
  const { store } = await desk();
  const [people, invitations] = await Promise.all([store.listPeople(), store.listInvitations()]);
  const actions = { changeAccess, changeRole, invitePerson, withdrawInvitation };
  return <PeoplePage people={people} invitations={invitations} actions={actions} />;
}
