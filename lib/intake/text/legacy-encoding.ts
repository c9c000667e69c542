import type { Encoding } from '../../mapping';
import { decodeWhole } from './decode';

/** In order of preference: the first wins where several read equally well. */
const candidates: Encoding[] = ['windows-1252', 'macintosh', 'windows-1250', 'iso-8859-2', 'windows-1251'];

/**
 * The likeliest of the encodings with one byte per character. Western text reads the same in several of them, so the
 * answer is a proposal to be confirmed.
 * @param bytes a sample that holds letters beyond ASCII
 */
export const guessLegacyEncoding = (bytes: Buffer): Encoding => {
  let best: Encoding = 'windows-1252';
  let lowest = Number.POSITIVE_INFINITY;
  for (const encoding of candidates) {
    const oddities = countOddities(decodeWhole(bytes.subarray(0, 65_536), encoding));
    if (oddities < lowest) [best, lowest] = [encoding, oddities];
  }
  return best;
};

const oddities = [
  // A sign in the middle of a word, as "M³ynarska" for "Młynarska".
  /(?<=\p{Ll})[^\p{L}\p{M}\p{P}\p{N}\p{Z}\x00-\x7F](?=\p{L})/gu,
  /(?<=\p{L})[¡¿§¶·‚„…†‡‹›«»](?=\p{Ll})/gu,
  // Words start with such letters too.
  /(?<![\p{L}\p{N}])[^\p{L}\p{M}\p{P}\p{N}\p{Z}\x00-\x7F](?=\p{Ll}{2})/gu,
  // A capital inside a word of small letters, as "MŸller".
  /(?<=\p{Ll})[^\P{Lu}A-Z](?=\p{Ll})/gu,
  // Latin and other letters in one word.
  /(?<=[A-Za-z])[\p{Script=Cyrillic}]|[\p{Script=Cyrillic}](?=[A-Za-z])/gu,
  // Three Latin letters with marks in a row: Cyrillic read as Western.
  /(?:(?=\p{Script=Latin})[^A-Za-z]){3}/gu,
  /[\x80-\x9F\uFFFD]/gu,
];

const countOddities = (text: string): number => {
  let count = 0;
  for (const oddity of oddities) count += text.match(oddity)?.length ?? 0;
  return count;
};
