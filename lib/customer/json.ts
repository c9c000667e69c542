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
