import type { Reading } from './reading';

const words: Record<string, string> = {
  Y: 'y yes true 1 j ja o oui vrai s si sí verdadero wahr waar x',
  N: 'n no false 0 nee nein non faux falso falsch onwaar',
};
const known = new Map(
  Object.entries(words).flatMap(([letter, list]) => list.split(' ').map((word) => [word, letter] as const)),
);

/** Yes or no in the five languages of headers, as `Y` or `N`. */
export function readBoolean(text: string): Reading {
  const value = known.get(text.toLowerCase());
  return value === undefined ? { value: null, code: 'invalid_boolean' } : { value };
}
