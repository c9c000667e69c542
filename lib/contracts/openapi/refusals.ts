import { type Dialect, dialects } from '../bulk/dialects';
import { type RefusalCode, refusals } from '../bulk/refusals';
import type { ProblemCode } from '../problems';
import type { Operation } from './operation';

/** Refusals of an operation: the codes of each status. */
export type Refusals = Record<number, string[]>;

/** The problem documents that an operation can answer: those it names, and those that follow from what it is. */
export function problemsOf(operation: Operation): Refusals {
  const { permission, method, body, path, uncounted, once, plans, dialect, refusals: named = {} } = operation;
  const found: Refusals = {};
  const add = (status: number, ...codes: ProblemCode[]) => {
    found[status] = [...new Set([...(found[status] ?? []), ...codes])];
  };
  add(403, 'unknown_host');
  if (!uncounted) add(429, 'rate_limited');
  add(500, 'internal');
  if (permission !== null) {
    add(401, 'not_signed_in');
    add(403, 'not_allowed');
    add(503, 'database_away');
    if (method !== 'get') add(507, 'disk_full');
  }
  if (method !== 'get') add(403, 'unknown_origin');
  // Also for a parameter where there are none.
  add(400, 'does_not_fit');
  if (path.includes('{')) add(404, 'not_found');
  if (body && 'json' in body) {
    add(400, 'not_json', 'cut_off');
    add(413, 'too_large');
    add(415, 'encoded');
    add(422, 'does_not_fit');
  }
  if (method !== 'get' && !plans && !dialect) add(400, 'no_plan');
  if (once) {
    add(400, 'bad_idempotency_key');
    add(409, 'still_running');
    add(410, 'answer_removed');
    add(422, 'key_reused');
  }
  for (const [status, codes] of Object.entries(named)) add(Number(status), ...codes);
  return found;
}

/** Not every contract refuses for every reason. */
const only: Partial<Record<RefusalCode, readonly Dialect[]>> = {
  bad_value: ['bySourceSystem'],
  taken: ['bySourceSystem'],
  // Contract C's answer needs no rows.
  answer_removed: ['byId', 'bySourceId', 'bySourceSystem'],
  still_running: ['byId', 'bySourceId', 'bySourceSystem'],
};

/** What a bulk contract refuses, with its own numbers or words. */
export function refusalsOf(dialect: Dialect): Refusals {
  const found: Refusals = {};
  for (const [code, { status, number, code: word }] of Object.entries(refusals)) {
    if (!(only[code as RefusalCode] ?? dialects).includes(dialect)) continue;
    const answered = dialect === 'scheduled' && code === 'too_many' ? 400 : status;
    const said = dialect === 'bySourceSystem' ? word : String(number);
    found[answered] = [...new Set([...(found[answered] ?? []), said])];
  }
  return found;
}
