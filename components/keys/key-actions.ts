import type { KeyRecord } from '@/lib/auth/account-store';
import type { NewKey } from '@/lib/auth/key-fields';
import type { Answered } from '@/lib/contracts/action-refused';

/** The server actions of the page; they are handed down, because parts know no pages. */
export interface KeyActions {
  /** Answers the key, this one time. */
  createKey: (input: NewKey) => Promise<Answered<string>>;
  revokeKey: (input: { id: string }) => Promise<Answered<boolean>>;
}

/** @param now in ms since 1970 */
export function standingOf({ revokedAt, expiresAt }: KeyRecord, now: number): 'valid' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
}
