/** Letters that Unicode does not take apart into a letter and an accent. */
const apart: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
};
const whole = /[ßøłæœđðþıħŧ]/g;

/** Text for search columns: lower case, without accents, compatibility forms resolved. Stays the same when folded again. */
export function fold(text: string): string {
  // biome-ignore format: one test decides the fast path
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(whole, (letter) => apart[letter] as string)
    .normalize('NFC');
}
