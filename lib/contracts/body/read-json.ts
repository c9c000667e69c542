import type { JsonFault } from '../../customer/strict-json/json-fault';
import { openJson } from './open-json';

/**
 * Reads a JSON value of up to 512 KB as `JSON.parse` would, but refuses what that takes without a word: a key that stands twice,
 * a number that would be rounded, nesting deeper than 32. A byte order mark is skipped.
 */
export async function readJson(
  body: Uint8Array,
): Promise<{ ok: true; value: unknown } | { ok: false; fault: JsonFault }> {
  const opened = await openJson(body);
  return opened.ok ? { ok: true, value: opened.json.shell } : opened;
}
