import type { Reading } from './reading';

/** How deep JSON may be nested. */
const deepest = 32;

class NotKept extends Error {}

/** JSON as it is stored: as it came, with nothing between. Numbers that would be rounded are refused. */
export function readJson(text: string): Reading {
  try {
    const json: unknown = JSON.parse(text, exact);
    expectShallow(json, deepest);
    return { value: JSON.stringify(json) };
  } catch (error) {
    const message = error instanceof NotKept ? error.message : undefined;
    return { value: null, code: 'invalid_json', message };
  }
}

/** A reviver that refuses whole numbers that JavaScript would round. */
export function exact(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new NotKept('A number in here is too large to be kept exactly. Write it as text, in quotation marks.');
  }
  return value;
}

function expectShallow(value: unknown, levels: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw new NotKept(`Nest the JSON at most ${deepest} levels deep.`);
  for (const each of Object.values(value)) expectShallow(each, levels - 1);
}

/** Whether two stored texts are the same JSON, whatever the order of keys in it. */
export const isSameJson = (one: string, other: string): boolean =>
  JSON.stringify(ordered(parseStored(one))) === JSON.stringify(ordered(parseStored(other)));

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).map(([key, each]) => [key, ordered(each)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A JSON text in any form as JSON; undefined where it is none. For values that were checked before. */
export function parseStored(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
