import { isAscii, isUtf8 } from 'node:buffer';
import type { FileBytes } from '../../files';
import { byteChunks } from './byte-chunks';

/** What one pass over all bytes of a text file showed. */
export interface ByteSurvey {
  /** The first bytes of the file, at most `sampleBytes`. */
  head: Buffer;
  /** Whether the whole file is valid UTF-8. */
  validUtf8: boolean;
  /** Whether no byte is above 0x7F. */
  ascii: boolean;
  /** Bytes around the first place that is not valid UTF-8; empty where all is valid. */
  broken: Buffer;
  /** Bytes with letters beyond ASCII that are valid UTF-8, from before that place; empty where there are none. */
  sound: Buffer;
}

/** Bytes that are looked at closely. */
export const sampleBytes = 256 * 1024;

/**
 * Reads a file once, to know whether all of it is valid UTF-8: one bad byte near the end of 512 MB must not be found
 * only when half of the rows are stored. Runs at several GB/s.
 */
export const surveyBytes = async (file: FileBytes): Promise<ByteSurvey> => {
  const survey: ByteSurvey = { head: none, validUtf8: true, ascii: true, broken: none, sound: none };
  let tail: Buffer = none;
  for await (const chunk of byteChunks(file, { size: 1024 * 1024 })) {
    if (survey.head.length === 0) survey.head = Buffer.from(chunk.subarray(0, sampleBytes));
    const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    tail = none;
    if (isAscii(bytes)) continue;
    survey.ascii = false;
    const cut = lastWholeCharacter(bytes);
    tail = Buffer.from(bytes.subarray(cut));
    const whole = bytes.subarray(0, cut);
    if (!isUtf8(whole)) return { ...survey, validUtf8: false, broken: aroundFirstBroken(whole) };
    if (survey.sound.length === 0) survey.sound = Buffer.from(whole.subarray(-sampleBytes));
  }
  if (tail.length > 0) return { ...survey, validUtf8: false, broken: tail };
  return survey;
};

const none = Buffer.alloc(0);

/** Where the last character starts that the end of the chunk cuts in two; the length when none is cut. */
const lastWholeCharacter = (bytes: Buffer): number => {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
};

const aroundFirstBroken = (bytes: Buffer): Buffer => {
  let good = 0;
  let bad = bytes.length;
  // Halving finds the first broken place; a cut inside a character only moves it by a few bytes.
  while (bad - good > 1024) {
    const middle = (good + bad) >> 1;
    const cut = lastWholeCharacter(bytes.subarray(0, middle));
    if (isUtf8(bytes.subarray(0, cut))) good = middle;
    else bad = middle;
  }
  const from = Math.max(0, good - 1024);
  return Buffer.from(bytes.subarray(from, from + sampleBytes));
};
