import type { Desk } from '@/app/desk';
import { Refused } from '@/app/problem';
import type { Person } from '@/lib/auth/actor';
import { addressOf, senderOf } from '@/lib/auth/address';
import { countAttempt, countOwn, forgetAttempt, forgetOwn } from '@/lib/auth/throttle';

/** Somebody who asks the sign-in for something. */
export interface Asking {
  headers: Headers;
  /** Of the account that they try to come in by. */
  email: string | undefined;
  /** Who is signed in. */
  before: Person | null;
  /** Whether a password or a code is tried. */
  tries: boolean;
}

const fromWhere = (headers: Headers): string => senderOf(addressOf(headers));
const isOwn = ({ email, before }: Asking): Person | null => (email === undefined ? before : null);

/**
 * Counts what is asked: of whoever is signed in by who they are, an attempt to come in by the account and by where it came from.
 * @returns how long to wait in ms
 */
export async function countAsked({ store }: Desk, asking: Asking): Promise<number> {
  const { headers, email, tries } = asking;
  const own = isOwn(asking);
  if (own) return countOwn(store, own.id, tries);
  return tries ? countAttempt(store, email ?? null, fromWhere(headers)) : 0;
}

/** What went well is not held against anybody. */
export async function forgetAsked({ store }: Desk, asking: Asking): Promise<void> {
  const { headers, email, tries } = asking;
  const own = isOwn(asking);
  if (!tries) return;
  await (own ? forgetOwn(store, own.id) : forgetAttempt(store, email ?? null, fromWhere(headers)));
}

/** @param wait in ms; 0 lets the attempt go on */
export function expectNoWait(wait: number): void {
  if (wait === 0) return;
  const { words, seconds } = told(wait);
  throw new Refused(429, 'too_many_attempts', `Too many attempts. Try again in ${words}.`, { retryAfter: seconds });
}

/** A wait as a person reads it, and the very same for a program: from a minute on in whole minutes. */
function told(wait: number): { words: string; seconds: number } {
  const seconds = Math.ceil(wait / 1000);
  if (seconds < 60) return { words: counted(seconds, 'second'), seconds };
  const minutes = Math.ceil(seconds / 60);
  return { words: counted(minutes, 'minute'), seconds: minutes * 60 };
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
