import { planQuery } from '@/lib/contracts/parts';
import { parseQuery } from './parse';
import { Refused } from './problem';

/** Whether a request only asks what it would do: `?plan=1`, or `Prefer: plan` (RFC 7240). */
export function wantsPlan({ url, headers }: Request): boolean {
  const asked = new URL(url).searchParams.getAll('plan');
  // What was meant to write nothing must not write because of a word.
  if (asked.length > 1 || asked.some((value) => !/^(?:[01]|true|false)$/.test(value))) {
    throw unclear('plan is 1 or 0, and stands once. Nothing was written.');
  }
  const preferred = prefersPlan(headers.get('prefer') ?? '');
  if (asked.length === 0) return preferred;
  const wanted = asked[0] === '1' || asked[0] === 'true';
  if (preferred && !wanted) {
    throw unclear('plan is 0, and the header Prefer asks for a plan. Nothing was written.');
  }
  return wanted;
}

/** The word alone, or with a value that the query takes too: RFC 7240 says the same of an empty one as of none. */
function prefersPlan(header: string): boolean {
  const meant = header.split(',').filter((each) => /^[\s"]*plan(?![\w-])/i.test(each));
  if (meant.every((each) => /^\s*plan\s*(?:=\s*(?:""|"?(?:1|true)"?)?\s*)?(?:;|$)/i.test(each)))
    return meant.length > 0;
  throw unclear('The header Prefer asks for a plan by the word plan alone. Nothing was written.');
}

const unclear = (problem: string) => new Refused(400, 'does_not_fit', problem, { problems: [problem] });

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
