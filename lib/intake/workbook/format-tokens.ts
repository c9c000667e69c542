/** One piece of a number format (ECMA-376 part 1, 18.8.31). */
export type Token =
  | { is: 'literal'; text: string }
  | { is: 'digit'; placeholder: '0' | '#' | '?' }
  | { is: 'point' | 'comma' | 'percent' | 'slash' | 'general' | 'text' }
  | { is: 'exponent'; plus: boolean }
  /** A run of one date letter: `yyyy`, `mm`; `n` stands for minutes. */
  | { is: 'date'; letter: 'y' | 'm' | 'd' | 'h' | 'n' | 's'; length: number }
  /** `[h]`, `[mm]`, `[ss]`: time that does not start again at 24 hours or 60 minutes. */
  | { is: 'elapsed'; letter: 'h' | 'n' | 's'; length: number }
  | { is: 'half'; short: boolean };

/** What is written between two semicolons of a number format. */
export interface FormatSection {
  tokens: Token[];
  condition: { operator: string; value: number } | null;
}

/** In the order in which they are tried at each place. */
const patterns: [RegExp, (match: RegExpExecArray) => Token | null][] = [
  [/"([^"]*)"?/y, (match) => ({ is: 'literal', text: match[1]! })],
  [/\\(.?)/y, (match) => ({ is: 'literal', text: match[1]! })],
  // A blank as wide as the next character, and a character that fills the cell.
  [/_.?/y, () => ({ is: 'literal', text: ' ' })],
  [/\*.?/y, () => null],
  [/\[(h+|m+|s+)\]/iy, (match) => elapsed(match[1]!.toLowerCase())],
  [/\[\$([^\]-]*)(?:-[^\]]*)?\]/y, (match) => ({ is: 'literal', text: match[1]! })],
  [/\[[^\]]*\]/y, () => null],
  [/general/iy, () => ({ is: 'general' })],
  [/am\/pm/iy, () => ({ is: 'half', short: false })],
  [/a\/p/iy, () => ({ is: 'half', short: true })],
  [/E([+-])/iy, (match) => ({ is: 'exponent', plus: match[1] === '+' })],
  [/y+|m+|d+|h+|s+/iy, (match) => date(match[0].toLowerCase())],
  [/[0#?]/y, (match) => ({ is: 'digit', placeholder: match[0] as '0' })],
  [/\./y, () => ({ is: 'point' })],
  [/,/y, () => ({ is: 'comma' })],
  [/%/y, () => ({ is: 'percent' })],
  [/\//y, () => ({ is: 'slash' })],
  [/@/y, () => ({ is: 'text' })],
  [/./sy, (match) => ({ is: 'literal', text: match[0] })],
];

/** Takes a number format apart. */
export const formatSections = (code: string): FormatSection[] => splitSections(code).map(readSection);

/** Splits at semicolons outside quotation marks and brackets. */
const splitSections = (code: string): string[] => {
  const sections = [''];
  for (const part of code.match(/(?:"[^"]*"?|\\.?|\[[^\]]*\]?|[^;])+|;/gs) ?? []) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
};

const readSection = (code: string): FormatSection => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < code.length) {
    for (const [pattern, make] of patterns) {
      pattern.lastIndex = at;
      const match = pattern.exec(code);
      if (!match) continue;
      const token = make(match);
      if (token) tokens.push(token);
      at += match[0].length;
      break;
    }
  }
  const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(code);
  return {
    tokens: nameMinutes(tokens),
    condition: condition && { operator: condition[1]!, value: Number(condition[2]) },
  };
};

const date = (run: string): Token => ({ is: 'date', letter: run[0] as 'y', length: run.length });

const elapsed = (run: string): Token => ({
  is: 'elapsed',
  letter: run.startsWith('m') ? 'n' : (run[0] as 'h'),
  length: run.length,
});

/** `m` means minutes right after hours or right before seconds, else months. */
const nameMinutes = (tokens: Token[]): Token[] => {
  const times = tokens.filter((token) => token.is === 'date' || token.is === 'elapsed');
  return tokens.map((token) => {
    if (token.is !== 'date' || token.letter !== 'm' || token.length > 2) return token;
    const at = times.indexOf(token);
    const isMinutes = times[at - 1]?.letter === 'h' || times[at + 1]?.letter === 's';
    return isMinutes ? { ...token, letter: 'n' } : token;
  });
};
