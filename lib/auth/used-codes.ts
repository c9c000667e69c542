import type { LimitStore } from './account-store';
import { hashToken } from './secret';

/** How long a code of an app can be right, in ms: its own half a minute, the one before and the one after. */
const lasts = 2 * 60_000;

const bucketOf = (personId: string, code: string) => `second factor code ${personId} ${hashToken(code)}`;

/**
 * Takes a code before it is tried, so that of two who try it at the same moment one is late (RFC 6238, 5.2).
 * @returns false where it was used already
 */
export const takeCode = async (limits: LimitStore, personId: string, code: string): Promise<boolean> =>
  (await limits.takeFrom(bucketOf(personId, code), 1, lasts)) === 0;

/** The code was not right: it may be the right one later. */
export const giveCodeBack = (limits: LimitStore, personId: string, code: string): Promise<void> =>
  limits.refill(bucketOf(personId, code));
