import { Refused } from '@/app/problem';

/** Whether a request only asks what it would do: `?plan=1`, or `Prefer: plan` (RFC 7240). */
export const wantsPlan = ({ url, headers }: Request): boolean =>
  new URL(url).searchParams.get('plan') === '1' ||
  (headers.get('prefer') ?? '').split(',').some((each) => each.trim().toLowerCase() === 'plan');

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
