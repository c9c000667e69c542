'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { nameOf } from '@/lib/auth/actor';
import { audit } from '@/lib/auth/audit';
import { invite } from '@/lib/auth/join';
import { roles } from '@/lib/auth/permissions';
import { personEmail } from '@/lib/auth/person-fields';

const id = z.string().min(1).max(100);
const role = z.enum(roles);

/** Gives somebody another role. It counts from their next request on. */
export const changeRole = action('people:manage', z.strictObject({ id, role }), async ({ id, role }, who) => {
  const { store } = await desk();
  const before = await store.readPerson(id);
  if (!before) return 'gone';
  if (before.role === role) return 'changed';
  if (!(await store.changePerson(id, { role }))) return 'last_administrator';
  await audit(store, who, await headers(), 'role_changed', { kind: 'person', id }, { from: before.role, to: role });
  return 'changed';
});

/** Takes somebody's access away, with all their sessions, or gives it back. */
export const changeAccess = action(
  'people:manage',
  z.strictObject({ id, disabled: z.boolean() }),
  async ({ id, disabled }, who) => {
    const { store } = await desk();
    const before = await store.readPerson(id);
    if (!before) return 'gone';
    if (before.disabled === disabled) return 'changed';
    if (!(await store.changePerson(id, { disabled }))) return 'last_administrator';
    const done = disabled ? 'person_disabled' : 'person_enabled';
    await audit(store, who, await headers(), done, { kind: 'person', id });
    return 'changed';
  },
);

/** Keeps a place for somebody. The link in the answer is not to be had again; one that they got earlier is over. */
export const invitePerson = action(
  'people:manage',
  z.strictObject({ email: personEmail, role }),
  async ({ email, role }, who) => {
    const { store } = await desk();
    if (await store.findPerson(email)) return { status: 'taken' as const };
    const earlier = (await store.listInvitations()).filter((open) => open.email === email);
    for (const open of earlier) await store.endInvitation(open.id);
    const { id, token } = await invite(store, { email, role, createdBy: nameOf(who) });
    const asked = await headers();
    await audit(store, who, asked, 'person_invited', { kind: 'invitation', id }, { role });
    const link = `${process.env.BASE_URL ?? asked.get('origin')}/invitation/${token}`;
    return { status: 'invited' as const, link };
  },
);

/** Makes the link of an invitation useless. */
export const withdrawInvitation = action('people:manage', z.strictObject({ id }), async ({ id }, who) => {
  const { store } = await desk();
  const withdrawn = await store.endInvitation(id);
  if (withdrawn) await audit(store, who, await headers(), 'invitation_withdrawn', { kind: 'invitation', id });
  return withdrawn;
});
