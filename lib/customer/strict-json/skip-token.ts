/**
 * The tokens of JSON by its grammar (RFC 8259), over bytes of valid UTF-8: everything that means something is ASCII there, and
 * no byte of another character looks like it.
 *
 * Each function gets the place where the token begins and answers the place behind it; or the place of the first byte that
 * does not belong, as `~place`, which is below zero. They read no further than `end`.
 */

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const [quote, backslash, letterU] = [0x22, 0x5c, 0x75];
/** What may stand behind a backslash, other than `u`. */
const escaped = new Set(bytesOf('"\\/bfnrt'));

/** @param at behind the opening quote */
export function skipString(bytes: Uint8Array, at: number, end: number): number {
  let place = at;
  while (place < end) {
    const byte = bytes[place]!;
    if (byte === quote) return place + 1;
    if (byte < 0x20) return ~place;
    if (byte !== backslash) {
      place += 1;
      continue;
    }
    const behind = skipEscape(bytes, place + 1, end);
    if (behind < 0) return behind;
    place = behind;
  }
  return ~end;
}

function skipEscape(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return ~end;
  if (escaped.has(bytes[at]!)) return at + 1;
  if (bytes[at] !== letterU) return ~at;
  for (let place = at + 1; place < at + 5; place += 1) {
    if (place >= end) return ~end;
    if (!isHex(bytes[place]!)) return ~place;
  }
  return at + 5;
}

const isHex = (byte: number): boolean => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** @param at the minus or the first digit */
export function skipNumber(bytes: Uint8Array, at: number, end: number): number {
  let place = bytes[at] === 0x2d ? at + 1 : at;
  // A zero in front is the whole of the digits: a second one does not belong.
  place = bytes[place] === 0x30 && place < end ? place + 1 : skipDigits(bytes, place, end);
  if (place >= 0 && place < end && bytes[place] === 0x2e) place = skipDigits(bytes, place + 1, end);
  if (place < 0 || place >= end || (bytes[place]! | 0x20) !== 0x65) return place;
  const sign = bytes[place + 1];
  return skipDigits(bytes, place + (sign === 0x2b || sign === 0x2d ? 2 : 1), end);
}

/** At least one. */
function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  let place = at;
  while (place < end && isDigit(bytes[place]!)) place += 1;
  return place > at ? place : ~Math.min(at, end);
}

const words = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), bytesOf(word)]));

/** `true`, `false` or `null`. */
export function skipWord(bytes: Uint8Array, at: number, end: number): number {
  const word = words.get(bytes[at]!);
  if (!word) return ~at;
  for (let index = 1; index < word.length; index += 1) {
    if (at + index >= end || bytes[at + index] !== word[index]) return ~Math.min(at + index, end);
  }
  return at + word.length;
}
