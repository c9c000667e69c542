import type { Actor } from '@/lib/auth/actor';
import { countRequest, type Rate } from '@/lib/auth/seconds-to-wait';
import { Refused } from './problem';

/**
 * Counts a request of a route and throws 429 where there were too many: see `countRequest`. An event stream counts once.
 * @param rates gets how things stand, also where it throws
 */
export function limitRate(headers: Headers, rates: Rate[], who?: Actor): void {
  const rate = countRequest(headers, who);
  rates.push(rate);
  const { waitSeconds: retryAfter } = rate;
  if (retryAfter > 0) {
    throw new Refused(429, 'rate_limited', `There were too many requests. Try again in ${retryAfter} seconds.`, {
      retryAfter,
    });
  }
}
