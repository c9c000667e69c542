import type { Desk } from '@/app/desk';
import { Refused } from '@/app/problem';
import { addressOf, senderOf } from '@/lib/auth/address';
import { countAttempt, forgetAttempt } from '@/lib/auth/throttle';

/** Counts an attempt at a password, of the account, or at something else. @returns how long to wait in ms */
export const countFor = ({ store }: Desk, headers: Headers, email: string | null): Promise<number> =>
  countAttempt(store, email, senderOf(addressOf(headers)));

export const goneWell = ({ store }: Desk, headers: Headers, email: string | null): Promise<void> =>
  forgetAttempt(store, email, senderOf(addressOf(headers)));

/** @param wait in ms; 0 lets the attempt go on */
export function expectNoWait(wait: number): void {
  if (wait === 0) return;
  const minutes = Math.ceil(wait / 60_000);
  const detail = `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  throw new Refused(429, 'too_many_attempts', detail, { retryAfter: Math.ceil(wait / 1000) });
}
