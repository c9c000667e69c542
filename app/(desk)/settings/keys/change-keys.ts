'use server';
import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import { z } from 'zod';
import { desk } from '@/app/desk';
import { action } from '@/app/guard';
import { nameOf } from '@/lib/auth/actor';
import { makeKey } from '@/lib/auth/api-key';
import { noted } from '@/lib/auth/audit';
import { newKey } from '@/lib/auth/key-fields';

const day = 86_400_000;

/** Makes an API key. The key in the answer is not to be had again. */
export const createKey = action('keys:manage', newKey, async ({ name, scopes, days }, who) => {
  const { store } = await desk();
  const expiresAt = days === null ? null : Date.now() + days * day;
  const id = randomUUID();
  const by = noted(store, who, await headers(), 'key_created', { kind: 'key', id }, { scopes, days });
  return makeKey(by, { id, name, scopes, createdBy: nameOf(who), expiresAt });
});

/** Ends an API key for good. */
export const revokeKey = action('keys:manage', z.strictObject({ id: z.string().max(100) }), async ({ id }, who) => {
  const { store } = await desk();
  return noted(store, who, await headers(), 'key_revoked', { kind: 'key', id }).revokeKey(id);
});
