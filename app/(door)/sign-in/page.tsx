import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { allowAnyone } from '@/app/guard';
import { cookiesOf, findPerson } from '@/app/session';
import { SignInForm } from '@/components/door/sign-in-form';
import { signOnSentence } from '@/lib/auth/sign-on-refusals';
import { wayBack } from '@/lib/auth/way-back';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const asked = await allowAnyone();
  const { to, error } = await searchParams;
  if (await findPerson(cookiesOf(asked))) redirect(wayBack(to));
  const { store, oidc } = await desk();
  if ((await store.countPeople()) === 0) redirect('/set-up');
  return <SignInForm to={wayBack(to)} provider={oidc?.name ?? null} refused={signOnSentence(error)} />;
}
