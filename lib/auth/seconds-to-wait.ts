import type { Actor } from './actor';
import { addressOf, senderOf } from './address';
import { countRates, type Rates, windowMs } from './rates';

/** Requests that one sender or one key may make in a minute, unless RATE_LIMIT_PER_MINUTE says otherwise. */
const usual = 1200;

/** One for pages and routes, which Next bundles apart. */
const held = globalThis as { importDeskRates?: Rates };

/** How somebody stands who asks: by where they ask from, or by the key that they came with. */
export interface Rate {
  /** Whether the place or the key was counted. */
  of: 'sender' | 'key';
  /** Requests in each window. */
  limit: number;
  windowSeconds: number;
  /** How many more there may be in this window. */
  remaining: number;
  /** Until the next window. */
  resetSeconds: number;
  /** Where there were too many, else 0. */
  waitSeconds: number;
}

/** Counts a request: by where it came from, which is asked before anything else, or by the key that it came with. */
export function countRequest(headers: Headers, who?: Actor): Rate {
  held.importDeskRates ??= countRates();
  const limit = Number(process.env.RATE_LIMIT_PER_MINUTE || usual);
  const bucket = who ? `${who.kind} ${who.id}` : `from ${senderOf(addressOf(headers))}`;
  const { left, endsIn, wait } = held.importDeskRates.take(bucket, limit);
  return {
    of: who ? 'key' : 'sender',
    limit,
    windowSeconds: windowMs / 1000,
    remaining: left,
    resetSeconds: Math.ceil(endsIn / 1000),
    waitSeconds: Math.ceil(wait / 1000),
  };
}

/**
 * Counts a request as `countRequest` does.
 * @returns seconds to wait where there were too many, else 0
 */
export const secondsToWait = (headers: Headers, who?: Actor): number => countRequest(headers, who).waitSeconds;
