import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowAnyone } from '@/app/guard';
import { NoSetUpLink } from '@/components/door/no-set-up-link';
import { SetUpForm } from '@/components/door/set-up-form';
import { isSetUpCode } from '@/lib/auth/join';
import { setUpDesk } from './set-up';

export const metadata: Metadata = { title: 'Set up' };

/** Only while there is nobody yet, and only by the link that the server printed. */
export default async function SetUpPage({ searchParams }: PageProps<'/set-up'>) {
  await allowAnyone();
  const { store, secret } = await desk();
  if ((await store.countPeople()) > 0) redirect('/sign-in');
  const { code } = await searchParams;
  if (typeof code !== 'string' || !isSetUpCode(secret, code)) return <NoSetUpLink wrong={code !== undefined} />;
  return <SetUpForm code={code} setUp={setUpDesk} />;
}
