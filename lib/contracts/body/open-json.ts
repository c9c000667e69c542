import { isUtf8 } from 'node:buffer';
import type { JsonFault } from '../../customer/strict-json/json-fault';
import { JsonScan, type ScanOptions } from '../../customer/strict-json/scan-json';
import { limits } from '../../limits';
import { takeTurns } from '../../take-turns';

/** JSON that has been looked through and may be read. */
export interface OpenJson {
  /** Everything but the entries: the list stands in it, empty. */
  shell: unknown;
  /** The entries of the list, or null where there is no such list; each is made when it is asked for. */
  entries: { length: number; read(index: number): unknown } | null;
  /** What is wrong within entries, in their order: such JSON is only good for saying what else is wrong. */
  faults: readonly JsonFault[];
}

export type Opened = { ok: true; json: OpenJson } | { ok: false; fault: JsonFault };

/** Bytes that are looked through before others may have a turn. */
const slice = 64 * 1024;

/**
 * Looks through a JSON body before anything is made of it (`JsonScan`), in slices, so that 50 MB do not hold the event loop.
 * Entries are made one by one: all of them at once would be many times the size of the body, and take half a second.
 */
export async function openJson(body: Uint8Array, options: ScanOptions = {}): Promise<Opened> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (!isUtf8(bytes)) return { ok: false, fault: { code: 'not_utf8', path: [], message: 'not UTF-8' } };
  const from = bytes.subarray(0, 3).equals(mark) ? 3 : 0;
  const textOf = (start: number, end: number) => bytes.toString('utf8', start, end);
  const scan = new JsonScan(bytes, textOf, from, { mostBytes: limits.entryBytes, ...options });
  const turn = takeTurns();
  for (let until = from; until < bytes.length || until === from; ) {
    until = Math.min(until + slice, bytes.length);
    const fault = scan.run(until);
    if (fault) return { ok: false, fault };
    await turn();
  }
  return { ok: true, json: { ...read(bytes, from, scan.entries), faults: scan.faults } };
}

/** A byte order mark. RFC 8259 §8.1 lets who reads ignore it. */
const mark = Buffer.from('\uFEFF');

function read(bytes: Buffer, from: number, places: readonly number[] | null): Omit<OpenJson, 'faults'> {
  const text = (start: number, end: number) => bytes.toString('utf8', start, end);
  if (!places || places.length === 0) {
    const shell = JSON.parse(text(from, bytes.length));
    return { shell, entries: places && { length: 0, read: () => undefined } };
  }
  const shell = JSON.parse(text(from, places[0]!) + text(places.at(-1)!, bytes.length));
  const entry = (index: number) => JSON.parse(text(places[2 * index]!, places[2 * index + 1]!));
  return { shell, entries: { length: places.length / 2, read: entry } };
}
