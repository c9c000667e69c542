/** How often a job is tried, and after which pause. */
import type { JobKind } from './records';

/** Attempts after which a job is given up. What was submitted or deleted never is. */
export const mostAttempts: Record<JobKind, number> = {
  read: 8,
  check: 8,
  duplicates: 8,
  commit: Number.POSITIVE_INFINITY,
  clean: Number.POSITIVE_INFINITY,
};

/** The longest pause before another attempt, in ms. */
export const longestPause = 60_000;

/** The pause after so many attempts that failed, in ms. */
export const pauseAfter = (attempts: number): number => Math.min(longestPause, 500 * 2 ** attempts);

/** How long a submit has for the small import that it commits itself, before a worker may take it over, in ms. */
export const ownLease = 10_000;
