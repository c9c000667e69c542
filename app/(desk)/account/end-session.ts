'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { audit } from '@/lib/auth/audit';

/** Ends one of one's own sessions. Its token is looked up here, so that no page holds it. */
export const endSession = action('account:own', z.strictObject({ id: z.string().max(100) }), async ({ id }, who) => {
  const { store, signIn } = await desk();
  const { internalAdapter } = await signIn.$context;
  const session = (await internalAdapter.listSessions(who.id)).find((own) => own.id === id);
  if (!session) return;
  await internalAdapter.deleteSession(session.token);
  await audit(store, who, await headers(), 'sessions_ended');
});
