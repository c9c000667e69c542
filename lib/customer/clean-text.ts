import { isPlain, trimUnicode } from './trim-unicode';
import { withoutUnwanted } from './unwanted';

/**
 * Text as it is stored: without unwanted characters, in NFC, trimmed.
 * @returns the text, and whether characters other than outer white space were taken out
 */
export function cleanText(text: string): { text: string; removed: boolean } {
  if (isPlain(text)) return { text, removed: false };
  const trimmed = trimUnicode(text);
  const kept = withoutUnwanted(trimmed);
  return { text: trimUnicode(kept.normalize('NFC')), removed: kept !== trimmed };
}

/** On one line, without characters that nobody sees and that turn a line around. */
export const oneLine = (text: string): string => cleanText(text).text.replace(/\s+/g, ' ');
