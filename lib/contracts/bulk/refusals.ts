import type { Path } from '../../customer/strict-json/json-fault';
import type { StructureProblem } from './structure-problems';

interface Words {
  status: number;
  /** Contract A's number and the name beside it, and contract C's `error_code`. */
  number: number;
  type: string;
  /** Contract B's `code`, in the manner of Hasura. */
  code: string;
}

/**
 * Why a bulk request is refused as a whole, with the codes that the answer has in each contract. 10007, `SchemaValidationException`
 * and `constraint-violation`, `validation-failed` are those of the contracts; the others are ours, in one series, and never change.
 */
export const refusals = {
  /** Keys, types, caps, nesting, numbers: what the structure of the body has wrong. */
  does_not_fit: { status: 400, number: 10007, type: 'SchemaValidationException', code: 'validation-failed' },
  not_json: { status: 400, number: 10001, type: 'MalformedRequestException', code: 'invalid-json' },
  /** Bytes that are not UTF-8, or that cannot be unpacked. */
  not_text: { status: 400, number: 10002, type: 'MalformedRequestException', code: 'invalid-json' },
  /** The connection ended before the body. */
  cut_off: { status: 400, number: 10003, type: 'MalformedRequestException', code: 'invalid-json' },
  /** A value; contract B only, where one bad customer stops all. */
  bad_value: { status: 400, number: 10004, type: 'ValidationException', code: 'validation-failed' },
  not_signed_in: { status: 401, number: 10010, type: 'UnauthorizedException', code: 'access-denied' },
  not_allowed: { status: 403, number: 10011, type: 'ForbiddenException', code: 'permission-error' },
  /** The same idempotency key is at work. */
  still_running: { status: 409, number: 10020, type: 'ConflictException', code: 'still-running' },
  /** Customers that exist, or stand twice in the request; contract B only. */
  taken: { status: 409, number: 10021, type: 'ConflictException', code: 'constraint-violation' },
  /** The idempotency key came with the same request, of whose answer retention or an erasure has taken the rows. */
  answer_removed: { status: 410, number: 10023, type: 'GoneException', code: 'answer-removed' },
  /** More customers than one request may have: 400 in contract C, which knows no 413. */
  too_many: { status: 413, number: 10030, type: 'PayloadTooLargeException', code: 'payload-too-large' },
  /** The body, or one customer in it. */
  too_large: { status: 413, number: 10031, type: 'PayloadTooLargeException', code: 'payload-too-large' },
  /** A charset or a Content-Encoding that is not taken. */
  encoded: { status: 415, number: 10032, type: 'UnsupportedMediaTypeException', code: 'not-supported' },
  /** The idempotency key came with another request before. */
  key_reused: { status: 422, number: 10022, type: 'IdempotencyException', code: 'idempotency-key-reused' },
  rate_limited: { status: 429, number: 10040, type: 'TooManyRequestsException', code: 'rate-limit-exceeded' },
  internal: { status: 500, number: 10050, type: 'InternalException', code: 'unexpected' },
  unavailable: { status: 503, number: 10051, type: 'UnavailableException', code: 'unavailable' },
  disk_full: { status: 507, number: 10052, type: 'UnavailableException', code: 'unavailable' },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof refusals;

/** A problem with a value, or with a customer as a whole: a sentence, where it belongs. */
export interface ValueProblem {
  path: Path;
  kind: 'value';
  message: string;
  /** Where it is not that of the refusal: contract B's code. */
  code?: string;
}

/** Why a request is refused, before it is said in the words of a dialect (`refuse.ts`). */
export interface Refusal {
  code: RefusalCode;
  /** A sentence for a person. */
  detail: string;
  /** Where it happened, if it has a place; with several problems they have theirs. */
  problems?: (StructureProblem | ValueProblem)[];
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
}
