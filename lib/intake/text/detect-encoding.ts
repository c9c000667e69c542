import type { Encoding, FileFacts } from '../../mapping';
import type { ByteSurvey } from './byte-survey';
import { decodeWhole } from './decode';
import { guessLegacyEncoding } from './legacy-encoding';

export interface FoundEncoding {
  fact: NonNullable<FileFacts['encoding']>;
  /** Bytes at the start that are a byte order mark. */
  skip: number;
}

/**
 * Finds the encoding of a text file: byte order mark, UTF-16 pattern, strict UTF-8 of the whole file, else a legacy
 * encoding, which can never be certain and is marked doubtful.
 * @param chosen what a person chose, which wins
 */
export const detectEncoding = (survey: ByteSurvey, chosen?: Encoding): FoundEncoding => {
  const mark = byteOrderMark(survey.head);
  if (chosen) {
    return {
      fact: { value: chosen, evidence: 'chosen', doubtful: false },
      skip: mark?.value === chosen ? mark.skip : 0,
    };
  }
  if (mark?.value === 'utf-8' && !survey.validUtf8) {
    return found('utf-8', 'byte order mark, but some characters are broken', true, mark.skip);
  }
  if (mark) return found(mark.value, 'byte order mark', false, mark.skip);
  const utf16 = zeroPattern(survey);
  if (utf16) return found(utf16, 'every other byte is zero', false);
  if (survey.ascii) return found('utf-8', 'plain letters only', false);
  if (survey.validUtf8) return found('utf-8', lettersIn(survey.sound, 'utf-8') ?? 'all characters fit', false);
  if (mostlyUtf8(survey)) return found('utf-8', 'most letters fit, some are broken', true);
  const legacy = guessLegacyEncoding(survey.broken);
  return found(legacy, lettersIn(survey.broken, legacy) ?? 'the usual one for old files', true);
};

const found = (value: Encoding, evidence: string, doubtful: boolean, skip = 0): FoundEncoding => ({
  fact: { value, evidence, doubtful },
  skip,
});

const byteOrderMark = (head: Buffer): { value: Encoding; skip: number } | null => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { value: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { value: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { value: 'utf-16be', skip: 2 };
  return null;
};

/** UTF-16 without a mark: zeros stand in one half of the byte pairs only, and not just by chance. */
const zeroPattern = ({ head, validUtf8 }: ByteSurvey): Encoding | null => {
  const zeros = [0, 0];
  for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index & 1]!++;
  const [even, odd] = zeros as [number, number];
  // Even Chinese has commas and line breaks; of random bytes one in 256 is zero.
  const enough = Math.max(2, head.length / (validUtf8 ? 20 : 50));
  if (odd >= enough && even <= odd / 50) return 'utf-16le';
  if (even >= enough && odd <= even / 50) return 'utf-16be';
  return null;
};

/** A UTF-8 file in which a few characters are broken would turn into mojibake as a whole in any other encoding. */
const mostlyUtf8 = ({ sound, broken }: ByteSurvey): boolean => {
  const text = decodeWhole(sound, 'utf-8') + decodeWhole(broken, 'utf-8');
  let letters = 0;
  let replaced = 0;
  for (const character of text) {
    if (character === '\uFFFD') replaced++;
    else if (character > '\x7F') letters++;
  }
  return letters > replaced * 4;
};

/** Up to three different letters beyond ASCII as evidence; null when there are none. */
const lettersIn = (bytes: Buffer, encoding: Encoding): string | null => {
  const letters = new Set<string>();
  for (const character of decodeWhole(bytes.subarray(0, 65_536), encoding)) {
    if (character > '\x7F' && /[\p{L}\p{S}]/u.test(character)) letters.add(character);
    if (letters.size === 3) break;
  }
  if (letters.size === 0) return null;
  return `from the letter${letters.size === 1 ? '' : 's'} ${[...letters].join(', ')}`;
};
