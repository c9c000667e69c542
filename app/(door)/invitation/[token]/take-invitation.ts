'use server';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { openAction } from '@/app/guard';
import { noted } from '@/lib/auth/audit';
import { takeInvitation as take } from '@/lib/auth/join';
import { newPassword, personName } from '@/lib/auth/person-fields';

const input = z.strictObject({ token: z.string().max(100), name: personName, password: newPassword });

/** Takes the place that an invitation keeps. Answers what became of it. */
export const takeInvitation = openAction(input, async ({ token, ...person }, asked) => {
  const { store } = await desk();
  const id = randomUUID();
  const by = noted(store, null, asked, 'person_joined', { kind: 'person', id });
  return take(by, token, { id, ...person });
});
