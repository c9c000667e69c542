import type { LimitStore } from './account-store';
import { hashToken } from './secret';

/** Attempts at a password or a code in a window of time. */
export const signInLimits = { perAccount: 10, perAddress: 50, windowMs: 15 * 60_000 };
/** What whoever is signed in may ask of the sign-in. Passwords are slow to look at, also those that are right. */
export const ownLimits = { most: 60, windowMs: 60_000 };

const addressBucket = (address: string) => `sign-in address ${address}`;
const personBucket = (personId: string) => `sign-in person ${personId}`;
const accountOf = (email: string) => hashToken(email.trim().toLowerCase());
const bucketOf = (email: string) => `sign-in account ${accountOf(email)}`;
/** Within the one of the account, so that it is filled with it. */
const ownBucket = (email: string, address: string) => `${bucketOf(email)} from ${address}`;
const knownBucket = (email: string, address: string) => `sign-in known ${accountOf(email)} ${address}`;
/** How long an address counts as one from which somebody signs in. */
const knownMs = 30 * 86_400_000;

/**
 * Counts an attempt to sign in, in one bucket for the account and another for where it came from: who tries many accounts runs
 * into the second, who tries one from many places into the first, and nobody else is held up by either. From an address that an
 * account was signed in from lately it has a bucket of its own, so that no stranger keeps people out of where they usually come from.
 * @param address as `senderOf` gives it
 * @param email whether anybody has it or not
 * @returns how long to wait in ms; 0 lets the attempt go on
 */
export async function countAttempt(limits: LimitStore, email: string | null, address: string): Promise<number> {
  const { perAccount, perAddress, windowMs } = signInLimits;
  // What the account refuses costs the address nothing, and what the address refuses the account.
  const account = email === null ? null : await accountBucket(limits, email, address);
  const byAccount = account === null ? 0 : await limits.takeFrom(account, perAccount, windowMs);
  if (byAccount > 0) return byAccount;
  const byAddress = await limits.takeFrom(addressBucket(address), perAddress, windowMs);
  if (byAddress > 0 && account !== null) await limits.giveBack(account);
  return byAddress;
}

const accountBucket = async (limits: LimitStore, email: string, address: string): Promise<string> =>
  (await limits.isTakenFrom(knownBucket(email, address))) ? ownBucket(email, address) : bucketOf(email);

/**
 * An attempt that went well: only those that fail are held against an account, and against where they came from.
 * @param email null where a code was tried, and no password
 */
export async function forgetAttempt(limits: LimitStore, email: string | null, address: string): Promise<void> {
  await limits.giveBack(addressBucket(address));
  if (email === null) return;
  await forgetAccount(limits, email);
  await limits.refill(knownBucket(email, address));
  await limits.takeFrom(knownBucket(email, address), 1, knownMs);
}

/** Lets an account be tried again at once. */
export const forgetAccount = (limits: LimitStore, email: string): Promise<void> => limits.refill(bucketOf(email));

/**
 * Counts what somebody who is signed in asks of their account: by who they are, and never by where they came from, so that
 * nobody else can use it up.
 * @param tries whether a password or a code is tried, which `forgetOwn` gives back where it was right
 * @returns how long to wait in ms; 0 lets it go on
 */
export async function countOwn(limits: LimitStore, personId: string, tries: boolean): Promise<number> {
  const wait = await limits.takeFrom(`${personBucket(personId)} asks`, ownLimits.most, ownLimits.windowMs);
  if (wait > 0 || !tries) return wait;
  return limits.takeFrom(personBucket(personId), signInLimits.perAccount, signInLimits.windowMs);
}

/** The password or the code was right. A right code opens no more tries at the password. */
export const forgetOwn = (limits: LimitStore, personId: string): Promise<void> =>
  limits.giveBack(personBucket(personId));
