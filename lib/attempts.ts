/** How often a job is tried, and after which pause. */
import type { JobKind } from './job-store';

/**
 * Attempts after which a job is given up. What was submitted, deleted or erased never is. Reading waits longest, for it needs the
 * place of uploaded files too: six minutes in all.
 */
export const mostAttempts: Record<JobKind, number> = {
  read: 12,
  check: 8,
  duplicates: 8,
  commit: Number.POSITIVE_INFINITY,
  request: 8,
  clean: Number.POSITIVE_INFINITY,
  expire: Number.POSITIVE_INFINITY,
  erase: Number.POSITIVE_INFINITY,
};

/** The longest pause before another attempt, in ms. */
export const longestPause = 60_000;

/** The pause after so many attempts that failed, in ms. */
export const pauseAfter = (attempts: number): number => Math.min(longestPause, 500 * 2 ** attempts);

/** How long a submit has for the small import that it commits itself, before a worker may take it over, in ms. */
export const ownLease = 10_000;
