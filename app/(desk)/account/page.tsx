import type { Metadata } from 'next';
import { allowPage } from '@/app/guard';
import { AccountPage } from '@/components/account/account-page';
import { endSession } from './end-session';
import { readAccount } from './read-account';

export const metadata: Metadata = { title: 'Your account' };

export default async function Account() {
  const who = await allowPage('account:own');
  const { sessions, hasPassword } = await readAccount(who.id);
  return <AccountPage person={who} sessions={sessions} hasPassword={hasPassword} endSession={endSession} />;
}
