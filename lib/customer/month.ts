import { fold } from './search';

/** English, Dutch, German, French, Spanish; and short forms that are no beginning of a name. */
const names = [
  'january januari januar janner janvier enero',
  'february februari februar feber fevrier febrero',
  'march maart marz maerz mars marzo mrt mrz',
  'april avril abril',
  'may mei mai mayo',
  'june juni juin junio',
  'july juli juillet julio',
  'august augustus aout agosto',
  'september septembre septiembre setiembre',
  'october oktober octobre octubre',
  'november novembre noviembre',
  'december dezember decembre diciembre',
].map((list) => list.split(' '));

/** The number of a month by its name or its first letters (three at least) in five languages; null where it is none. */
export function monthOf(word: string): string | null {
  const start = fold(word);
  if (start.length < 3) return null;
  const hits = names.flatMap((list, index) => (list.some((name) => name.startsWith(start)) ? [index + 1] : []));
  return hits.length === 1 ? String(hits[0]) : null;
}
