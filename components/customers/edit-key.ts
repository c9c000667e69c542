/**
 * The key of a field in the form. react-hook-form takes a dot in a name for a path, so keys have none: the first is `__`, and
 * whatever else may stand in the name of an attribute its number between tildes.
 */
export const keyOf = (name: string): string =>
  name.replace('.', '__').replace(/[^\w-]/gu, (letter) => `~${letter.codePointAt(0)!.toString(36)}~`);

export const nameOfKey = (key: string): string =>
  key
    .replace('__', '.')
    .replace(/~([0-9a-z]+)~/g, (_, number: string) => String.fromCodePoint(Number.parseInt(number, 36)));
