import type { Reading } from './reading';
import { fold } from './search';

/** English, Dutch, German, French and Spanish; `h` is homme and hombre, `v` vrouw, `w` weiblich, `d` divers. */
const words = {
  M: 'm male man boy mr mister mannelijk dhr heer mann mannlich herr h homme masculin masculino hombre varon monsieur senor sr',
  F: 'f female woman girl mrs ms miss v vrouw vrouwelijk mevr mevrouw mw w weiblich frau femme feminin femenino mujer mme madame senora sra',
  U: 'u x o d unknown other unspecified undisclosed diverse nonbinary none onbekend anders overig neutraal divers andere unbekannt inconnu autre desconocido otro na',
};
const codes = new Map(
  Object.entries(words).flatMap(([code, list]) => list.split(' ').map((word) => [word, code] as const)),
);

/** M, F or U (unknown or none of the two) from a letter or a word in five languages. */
export function readGender(text: string): Reading {
  const code = codes.get(text) ?? (text.length <= 40 ? codes.get(fold(text).replace(/[^a-z]/g, '')) : undefined);
  return code ? { value: code } : { value: null, code: 'unknown_gender' };
}
codes.set('M', 'M').set('F', 'F').set('U', 'U');
