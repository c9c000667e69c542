import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { allowAnyone } from '@/app/guard';
import { InvitationForm } from '@/components/door/invitation-form';
import { InvitationOver } from '@/components/door/invitation-over';
import { findInvitation } from '@/lib/auth/join';
import { takeInvitation } from './take-invitation';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  await allowAnyone();
  const { token } = await params;
  const { store } = await desk();
  const invitation = await findInvitation(store, token);
  if (!invitation) return <InvitationOver />;
  return <InvitationForm token={token} email={invitation.email} role={invitation.role} take={takeInvitation} />;
}
