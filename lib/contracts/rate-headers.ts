import type { Rate } from '../auth/seconds-to-wait';

/**
 * How many requests there may be and are left, as headers of an answer. `RateLimit` tells of the rate with the least left; both
 * lists hold strings with parameters: `RateLimit-Policy: "key";q=1200;w=60`, `RateLimit: "key";r=1199;t=42`. Who has to wait
 * is told by `Retry-After` too, which counts more than the others.
 * https://www.ietf.org/archive/id/draft-ietf-httpapi-ratelimit-headers-10.html
 * @param rates the request counted in each way it was counted, such as by sender and by key
 */
export function rateHeaders(rates: readonly Rate[]): Record<string, string> {
  if (rates.length === 0) return {};
  const least = rates.reduce((one, other) => (other.remaining < one.remaining ? other : one));
  const wait = Math.max(...rates.map(({ waitSeconds }) => waitSeconds));
  return {
    'ratelimit-policy': rates.map(({ of, limit, windowSeconds }) => `"${of}";q=${limit};w=${windowSeconds}`).join(', '),
    ratelimit: `"${least.of}";r=${least.remaining};t=${least.resetSeconds}`,
    ...(wait > 0 && { 'retry-after': String(wait) }),
  };
}
