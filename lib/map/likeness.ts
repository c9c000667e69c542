import { distance } from 'fastest-levenshtein';

/** Below this share of equal letters two names are not the same name misspelt. */
const floor = 0.8;

/** How alike two compared names are, 0 to 1; 0 where a slip of the hand does not explain the difference. */
export function likeness(text: string, name: string): number {
  const longer = Math.max(text.length, name.length);
  // Short words are one letter apart by chance ("sender", "gender"); a digit is never a slip ("phone2").
  if (text.length < 5 || name.length < 5 || text[0] !== name[0]) return 0;
  if (Math.min(text.length, name.length) / longer < floor || digits(text) !== digits(name)) return 0;
  const steps = sorted(text) === sorted(name) ? 1 : distance(text, name);
  const like = 1 - steps / longer;
  return like >= floor ? like : 0;
}

const digits = (text: string): string => text.replace(/\D/g, '');
const sorted = (text: string): string => [...text].sort().join('');
