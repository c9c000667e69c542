import type { JsonFault } from './json-fault';

/** Where bytes stop being JSON, said as an editor says it: line and column, both from 1. */
export function notJson(bytes: Uint8Array, at: number): JsonFault {
  let line = 1;
  let start = 0;
  for (let found = bytes.indexOf(newline); found >= 0 && found < at; found = bytes.indexOf(newline, found + 1)) {
    line += 1;
    start = found + 1;
  }
  const place = `line ${line}, column ${charactersOf(bytes, start, at) + 1}`;
  const what = at < bytes.length ? `${wordFor(bytes, at)} does not belong there` : 'it ends too early';
  return { code: 'not_json', path: [], message: `not JSON at ${place}: ${what}` };
}

const newline = 0x0a;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Every character has one byte that does not continue another. */
function charactersOf(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((bytes[at]! & 0xc0) !== 0x80) count += 1;
  return count;
}

/** The character itself where it can be seen. */
function wordFor(bytes: Uint8Array, at: number): string {
  const [character = ''] = decoder.decode(bytes.subarray(at, at + 4));
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return character;
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
