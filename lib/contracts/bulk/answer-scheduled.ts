import type { BulkAnswer } from './refuse';

const headers = { 'content-type': 'application/json; charset=utf-8' };

/** The answer of contract C, once the import is queued durably. */
export const answerScheduled = (): BulkAnswer => ({ status: 200, headers, body: { status: 200 } });

/** A customer that would fail: which one of the request, from 0, and why. */
export interface ScheduledFailure {
  index: number;
  /** The codes of its issues. */
  codes: readonly string[];
  message: string;
}

/**
 * The answer of contract C to `?plan=1`: nothing is scheduled, and `plan` says how many customers would be created, and which
 * would fail.
 */
export const planScheduled = (create: number, failed: readonly ScheduledFailure[]): BulkAnswer => ({
  status: 200,
  headers,
  body: {
    status: 200,
    plan: {
      total: create + failed.length,
      create,
      failed: failed.length,
      errors: failed.map((failure) => ({ index: failure.index, ...wordFailure(failure) })),
    },
  },
});

/** Contract C's number for a customer whose email another one has; its name stands in the message of the issue. */
const customerAlreadyExists = 10142;

/** Why a customer of contract C failed: with the number where that API has one for it. */
export function wordFailure({ codes, message }: Omit<ScheduledFailure, 'index'>): {
  error_code?: number;
  error: string;
} {
  if (!codes.includes('already_exists')) return { error: message };
  return { error_code: customerAlreadyExists, error: message };
}
