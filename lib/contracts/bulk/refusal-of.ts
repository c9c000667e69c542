import type { Refusal, RefusalCode } from './refusals';

/** A refusal as the other routes know it, before it is a problem document. */
interface Problem {
  status: number;
  code: string;
  /** A sentence for a person. */
  message: string;
  more?: { retryAfter?: number };
}

/** What the guard, the reading of a body or an exception refuses, as a refusal of the bulk contracts. */
export const refusalOf = ({ status, code, message, more }: Problem): Refusal => ({
  code: byCode[code] ?? byStatus[status] ?? 'internal',
  detail: message,
  retryAfter: more?.retryAfter,
});

const byCode: Record<string, RefusalCode | undefined> = { broken_gzip: 'not_text', cut_off: 'cut_off' };

const byStatus: Record<number, RefusalCode | undefined> = {
  400: 'does_not_fit',
  401: 'not_signed_in',
  403: 'not_allowed',
  409: 'still_running',
  413: 'too_large',
  415: 'encoded',
  422: 'key_reused',
  429: 'rate_limited',
  500: 'internal',
  503: 'unavailable',
  507: 'disk_full',
};
