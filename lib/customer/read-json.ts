import { limits } from '../limits';
import type { Reading } from './reading';
import type { JsonFault } from './strict-json/json-fault';
import { JsonScan } from './strict-json/scan-json';

/** JSON as it is stored: every value as it came, with nothing between. What could not be kept is refused. */
export function readJson(text: string): Reading {
  const read = strictJson(text);
  if ('value' in read) return { value: JSON.stringify(read.value) };
  return { value: null, code: 'invalid_json', message: read.message };
}

/** The same of what is an object or a list, as everything that is free in form but the metadata. */
export function readParts(text: string): Reading {
  const read = readJson(text);
  if (typeof read.value !== 'string' || /^[[{]/.test(read.value)) return read;
  return { value: null, code: 'invalid_json', message: 'Enter an object or a list in JSON, like {"key": "value"}.' };
}

/** @returns the list of objects that a text is; else why it is none, in words where there is more to say than that */
export function readObjects(text: string): { list: Record<string, unknown>[] } | { message?: string } {
  const read = strictJson(text);
  if (!('value' in read)) return read;
  return areObjects(read.value) ? { list: read.value } : {};
}

/** Whether this is a list of objects. */
export const areObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null && !Array.isArray(each));

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** By the same scan as the bodies of requests, so that a cell and a request take the same. */
function strictJson(text: string): { value: unknown } | { message?: string } {
  const bytes = encoder.encode(text);
  const isAscii = bytes.length === text.length;
  const textOf = (start: number, end: number) =>
    isAscii ? text.slice(start, end) : decoder.decode(bytes.subarray(start, end));
  const fault = new JsonScan(bytes, textOf, 0, {}).run(bytes.length);
  return fault ? { message: inWords(fault) } : { value: JSON.parse(text) };
}

/** Of what is no JSON at all the catalogue has the sentence. */
function inWords({ code, message }: JsonFault): string | undefined {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  if (code === 'unsafe_number') return `${sentence}. Write it as text, in quotation marks.`;
  if (code === 'duplicate_key') return `${sentence}. Leave one of the two.`;
  return code === 'too_deep' ? `Nest the JSON at most ${limits.jsonDepth} levels deep.` : undefined;
}
