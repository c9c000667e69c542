'use server';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { openAction } from '@/app/guard';
import { noted } from '@/lib/auth/audit';
import { isSetUpCode, setUp } from '@/lib/auth/join';
import { newPassword, personEmail, personName } from '@/lib/auth/person-fields';

const input = z.strictObject({
  code: z.string().max(100),
  name: personName,
  email: personEmail,
  password: newPassword,
});

/** Makes the first administrator. Answers what became of it. */
export const setUpDesk = openAction(input, async ({ code, ...person }, asked) => {
  const { store, secret } = await desk();
  if (!isSetUpCode(secret, code)) return 'over';
  const id = randomUUID();
  return setUp(noted(store, null, asked, 'set_up', { kind: 'person', id }), { id, ...person });
});
