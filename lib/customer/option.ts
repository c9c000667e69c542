import { nearestIn } from './nearest';
import type { Reading } from './reading';

/** One of the options, in whatever case it was written; kept as the list has it. */
export function readOption(text: string, options: readonly string[]): Reading {
  const found = options.find((option) => option === text) ?? options.find((option) => fold(option) === fold(text));
  if (found !== undefined) return { value: found };
  const near = nearestIn(options.map(fold))(fold(text));
  return {
    value: null,
    code: 'unknown_option',
    message: `Choose one of ${listed(options)}.`,
    suggestion: near === undefined ? undefined : options.find((option) => fold(option) === near),
  };
}

const fold = (text: string): string => text.toLowerCase();

/** How many options a message names. */
const named = 8;
const listed = (options: readonly string[]): string =>
  options.length > named
    ? `${options.slice(0, named).join(', ')} and ${options.length - named} more`
    : options.join(', ');
