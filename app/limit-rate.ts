import type { Actor } from '@/lib/auth/actor';
import { secondsToWait } from '@/lib/auth/seconds-to-wait';
import { Refused } from './problem';

/** Counts a request of a route and throws 429 where there were too many: see `secondsToWait`. An event stream counts once. */
export function limitRate(headers: Headers, who?: Actor): void {
  const retryAfter = secondsToWait(headers, who);
  if (retryAfter > 0) {
    throw new Refused(429, 'rate_limited', `There were too many requests. Try again in ${retryAfter} seconds.`, {
      retryAfter,
    });
  }
}
