import { planQuery } from '@/lib/contracts/parts';
import { parseQuery } from './parse';
import { Refused } from './problem';

/** Whether a request only asks what it would do: `?plan=1`, or `Prefer: plan` (RFC 7240). */
export function wantsPlan({ url, headers }: Request): boolean {
  const asked = new URL(url).searchParams.get('plan');
  // What was meant to write nothing must not write because of a word.
  if (asked !== null && !/^(?:[01]|true|false)$/.test(asked)) {
    throw new Refused(400, 'does_not_fit', 'plan is 1 or 0. Nothing was written.');
  }
  const preferred = (headers.get('prefer') ?? '').split(',').some((each) => /^\s*plan\s*(?:;|$)/i.test(each));
  return asked === '1' || asked === 'true' || (asked === null && preferred);
}

/** The same for a call that has no other parameter. */
export function asksForPlan(request: Request): boolean {
  const plan = wantsPlan(request);
  parseQuery(request, planQuery);
  return plan;
}

const keyForm = /^[\x21-\x7e]{1,255}$/;

/**
 * The `Idempotency-Key` of a request, null where there is none.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get('idempotency-key');
  if (key === null || keyForm.test(key)) return key;
  throw new Refused(400, 'bad_idempotency_key', 'An Idempotency-Key has 1 to 255 printable characters without spaces.');
}
