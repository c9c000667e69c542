import { randomBytes } from 'node:crypto';
import type { AccountStore } from './account-store';
import type { Scope } from './permissions';
import { hashToken } from './secret';

/** Characters of a key that are shown in lists. */
const shown = 12;

/**
 * Makes a key for a program.
 * @returns the key itself, which is shown once: only its hash is stored
 */
export async function makeKey(
  store: AccountStore,
  key: { id: string; name: string; scopes: Scope[]; createdBy: string; expiresAt: number | null },
): Promise<string> {
  const text = `idk_${randomBytes(32).toString('base64url')}`;
  await store.addKey({ ...key, prefix: text.slice(0, shown) }, hashToken(text));
  return text;
}
