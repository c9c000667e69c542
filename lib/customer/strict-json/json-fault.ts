/** A key of an object or an index of a list, from the outside in. */
export type Path = readonly (string | number)[];

export const jsonFaults = [
  'not_utf8',
  'not_json',
  'too_deep',
  'duplicate_key',
  'unsafe_number',
  'too_many_entries',
  'entry_too_large',
] as const;

/** Why JSON is refused before anything is made of it. */
export interface JsonFault {
  code: (typeof jsonFaults)[number];
  /** What holds the fault: the object of a duplicate key, the number, the list of too many entries. */
  path: Path;
  /** A sentence without its end, to stand behind a path: `duplicate key [id]`. */
  message: string;
}

/** A text that somebody sent, short enough to be said back. */
export const shorten = (text: string): string => (text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text);

const mostSaid = 100;
