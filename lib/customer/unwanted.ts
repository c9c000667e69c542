/**
 * Text without invisible and broken characters. Tabs and line ends stay.
 * Repeated, because a joiner may be left stray only when its neighbour is gone.
 */
export function withoutUnwanted(text: string): string {
  const once = text.replace(unwanted, '').replace(strayJoiner, '');
  return once === text ? text : withoutUnwanted(once);
}

/**
 * What has no place in a stored value: control characters other than tab and line ends, zero-width characters,
 * bidi controls (they can make text read as something else, https://www.unicode.org/reports/tr36/), lone surrogates
 * and noncharacters.
 */
const unwanted =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Cs}/gu;

/**
 * Joiners outside the writing systems and emoji that need them. A joiner is kept between two characters that it joins,
 * https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters.
 */
const script = (name: string) => `\\p{Script=${name}}`;
const joined = [
  ...['Arabic', 'Syriac', 'Nko', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil'],
  ...['Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan'],
]
  .map(script)
  .join('');
const strayJoiner = new RegExp(
  `(?<![${joined}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])[\\u200c\\u200d]|` +
    `[\\u200c\\u200d](?![${joined}\\p{Extended_Pictographic}])`,
  'gu',
);
