/**
 * Text without the white space at its ends: Unicode White_Space (ideographic space and NEL included) and the byte
 * order mark.
 */
export function trimUnicode(text: string): string {
  if (text === '' || isPlain(text)) return text;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Printable ASCII without a space at either end: nothing to trim, compose or take out. */
const plain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

export const isPlain = (text: string): boolean => plain.test(text);

/** Nothing but white space. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  return text === '' || ((first <= 0x20 || first > 0x7e) && trimUnicode(text) === '');
}

/**
 * White_Space of https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt and U+FEFF. Not `trim()`, which leaves
 * U+0085, and not a pattern, which takes quadratic time on long runs of spaces.
 */
const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  (code >= 0x80 &&
    (code === 0x85 ||
      code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));
