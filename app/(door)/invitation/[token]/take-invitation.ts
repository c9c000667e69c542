'use server';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { openAction } from '@/app/guard';
import { audit } from '@/lib/auth/audit';
import { takeInvitation as take } from '@/lib/auth/join';
import { newPassword, personName } from '@/lib/auth/person-fields';

const input = z.strictObject({ token: z.string().max(100), name: personName, password: newPassword });

/** Takes the place that an invitation keeps. Answers what became of it. */
export const takeInvitation = openAction(input, async ({ token, ...person }, asked) => {
  const { store } = await desk();
  const joined = await take(store, token, person);
  if (joined.status === 'joined') await audit(store, null, asked, 'person_joined', { kind: 'person', id: joined.id });
  return joined.status;
});
