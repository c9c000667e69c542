import { distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a misspelt one probably means. Only names with the same first letter and about the same
 * length are compared, so that a column of junk stays cheap.
 * @returns the nearest name, or undefined where none is near (one slip in four letters, two from eight on)
 */
export function nearestIn(names: Iterable<string>): (text: string) => string | undefined {
  const byStart = new Map<string, string[]>();
  for (const name of names) {
    const list = byStart.get(name[0] as string);
    if (list) list.push(name);
    else byStart.set(name[0] as string, [name]);
  }
  return (text) => {
    if (text.length < 4 || text.length > 40) return undefined;
    let best: string | undefined;
    let least = text.length < 8 ? 2 : 3;
    for (const name of byStart.get(text[0] as string) ?? []) {
      if (name.length < 4 || Math.abs(name.length - text.length) >= least) continue;
      const steps = distance(text, name);
      if (steps < least) {
        least = steps;
        best = name;
      }
    }
    return best;
  };
}
