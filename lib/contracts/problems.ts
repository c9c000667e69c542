/** The refusals of `/api`: problem documents (RFC 9457). Codes are stable. */
import { z } from 'zod';
import { totalsView } from './import-api';

/** What else a problem document of a code has, where it has more. */
const more = {
  totals: { totals: totalsView },
  current: { current: z.unknown() },
  problems: { problems: z.array(z.string()) },
  errors: {
    problems: z.array(z.string()).optional(),
    errors: z.record(z.string(), z.string()).optional(),
    totals: totalsView.optional(),
  },
  rowsRemovedAt: { rowsRemovedAt: z.iso.datetime() },
} as const;

interface ProblemKind {
  statuses: readonly number[];
  when: string;
  more?: z.ZodRawShape;
}

/** Everything that a route can refuse, without what the sign-in says. */
export const problemKinds = {
  does_not_fit: {
    statuses: [400, 422],
    when: 'A query parameter (400) or the JSON body (422) does not fit',
    more: more.problems,
  },
  not_json: {
    statuses: [400],
    when: 'The body is not JSON, has a key twice, a number that would be rounded, or is nested deeper than 32',
  },
  bad_idempotency_key: { statuses: [400], when: 'An `Idempotency-Key` of another form' },
  no_plan: {
    statuses: [400],
    when: 'The call was asked by `Prefer: plan` what it would do, and cannot say it; nothing was written',
  },
  cut_off: { statuses: [400], when: 'The body ended too early; nothing was kept' },
  not_signed_in: { statuses: [401], when: 'No valid key and no session' },
  not_allowed: { statuses: [403], when: 'The scopes of the key or the role do not allow it' },
  unknown_host: { statuses: [403], when: 'The Host is neither loopback nor that of BASE_URL' },
  unknown_origin: { statuses: [403], when: 'A session writes without an Origin of this server' },
  not_found: { statuses: [404], when: 'There is no such thing' },
  wrong_state: { statuses: [409], when: 'The import is not in a state for this' },
  still_running: { statuses: [409], when: 'The first request with this `Idempotency-Key` is at work' },
  stale: { statuses: [409], when: 'Another revision was submitted than the newest', more: more.totals },
  differs: { statuses: [409], when: 'Someone else changed it; `current` is what stands there now', more: more.current },
  answer_removed: {
    statuses: [410],
    when: 'The request with this `Idempotency-Key` was done; its answer went when a customer was erased, or its import was deleted',
  },
  file_missing: { statuses: [410], when: 'The uploaded file is not there any more' },
  file_damaged: { statuses: [410], when: 'The uploaded file was changed where it is kept' },
  file_removed: { statuses: [410], when: 'The file is not kept, because a customer in it was erased' },
  rows_removed: { statuses: [410], when: 'Rows and file are not kept any more', more: more.rowsRemovedAt },
  too_large: { statuses: [413], when: 'The body is above its limit, announced or sent' },
  not_accepted: { statuses: [415], when: 'A file that is refused by its name, or an empty one' },
  encoded: { statuses: [415], when: 'A Content-Encoding or a charset that is not taken' },
  mapping_incomplete: { statuses: [422], when: 'The mapping cannot be used yet', more: more.problems },
  unknown_field: { statuses: [422], when: 'No column of the file feeds the field' },
  has_errors: {
    statuses: [409, 422],
    when: 'Values of a customer with errors, `errors` by field (422); rows with errors, of which all were to be written (409)',
    more: more.errors,
  },
  key_reused: { statuses: [422], when: 'The `Idempotency-Key` came with another request before' },
  too_many_rows: { statuses: [422], when: 'More rows than can be written all at once', more: more.totals },
  rate_limited: { statuses: [429], when: 'Too many requests' },
  internal: { statuses: [500], when: 'Something broke' },
  database_away: { statuses: [503], when: 'The database cannot be reached just now' },
  files_unavailable: { statuses: [503], when: 'The storage for uploaded files does not work just now' },
  disk_full: { statuses: [507], when: 'There is no room on the disk of the server' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;
