'use server';
import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { nameOf } from '@/lib/auth/actor';
import { noted } from '@/lib/auth/audit';
import { invite } from '@/lib/auth/join';
import { roles } from '@/lib/auth/permissions';
import { personEmail } from '@/lib/auth/person-fields';
import { waysIn } from '@/lib/auth/ways-in';

const id = z.string().min(1).max(100);
const role = z.enum(roles);

/** Gives somebody another role. It counts from their next request on. */
export const changeRole = action('people:manage', z.strictObject({ id, role }), async ({ id, role }, who) => {
  const { store } = await desk();
  const before = await store.readPerson(id);
  if (!before) return 'gone';
  if (before.role === role) return 'changed';
  const details = { from: before.role, to: role };
  const by = noted(store, who, await headers(), 'role_changed', { kind: 'person', id }, details);
  return (await by.changePerson(id, { role }, waysIn())) ? 'changed' : 'last_administrator';
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
    const action = disabled ? 'person_disabled' : 'person_enabled';
    const by = noted(store, who, await headers(), action, { kind: 'person', id });
    return (await by.changePerson(id, { disabled }, waysIn())) ? 'changed' : 'last_administrator';
  },
);

/** Keeps a place for somebody. The link in the answer is not to be had again; one that they got earlier is over. */
export const invitePerson = action(
  'people:manage',
  z.strictObject({ email: personEmail, role }),
  async ({ email, role }, who) => {
    const { store } = await desk();
    const id = randomUUID();
    const asked = await headers();
    const by = noted(store, who, asked, 'person_invited', { kind: 'invitation', id }, { role });
    const token = await invite(by, { id, email, role, createdBy: nameOf(who) });
    if (token === null) return { status: 'taken' as const };
    const link = `${process.env.BASE_URL ?? asked.get('origin')}/invitation/${token}`;
    return { status: 'invited' as const, link };
  },
);

/** Makes the link of an invitation useless. */
export const withdrawInvitation = action('people:manage', z.strictObject({ id }), async ({ id }, who) => {
  const { store } = await desk();
  return noted(store, who, await headers(), 'invitation_withdrawn', { kind: 'invitation', id }).endInvitation(id);
});
