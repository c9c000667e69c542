import type { Actor } from './actor';
import { addressOf, senderOf } from './address';
import { countRates, type Rates } from './rates';

/** Requests that one sender or one key may make in a minute, unless RATE_LIMIT_PER_MINUTE says otherwise. */
const usual = 1200;

/** One for pages and routes, which Next bundles apart. */
const held = globalThis as { importDeskRates?: Rates };

/**
 * Counts a request: by where it came from, which is asked before anything else, or by the key that it came with.
 * @returns seconds to wait where there were too many, else 0
 */
export function secondsToWait(headers: Headers, who?: Actor): number {
  held.importDeskRates ??= countRates();
  const most = Number(process.env.RATE_LIMIT_PER_MINUTE || usual);
  const bucket = who ? `${who.kind} ${who.id}` : `from ${senderOf(addressOf(headers))}`;
  return Math.ceil(held.importDeskRates.take(bucket, most) / 1000);
}
