import type { JsonFault } from '../../customer/strict-json/json-fault';
import type { ScanOptions } from '../../customer/strict-json/scan-json';
import { openJson } from './open-json';

/**
 * Reads a JSON value as `JSON.parse` would, but refuses what that takes without a word: a key that stands twice, a number that would
 * be rounded, nesting deeper than 32. A byte order mark is skipped.
 * @param options.mostBytes 512 KB unless given
 */
export async function readJson(
  body: Uint8Array,
  options?: Pick<ScanOptions, 'mostBytes'>,
): Promise<{ ok: true; value: unknown } | { ok: false; fault: JsonFault }> {
  const opened = await openJson(body, options);
  return opened.ok ? { ok: true, value: opened.json.shell } : opened;
}
