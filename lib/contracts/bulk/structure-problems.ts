import type { z } from 'zod';
import { type Path, shorten } from '../../customer/strict-json/json-fault';

/** One thing wrong with the structure of a request; each dialect has its own words for it (`word-problem.ts`). */
export type StructureProblem = { path: Path } & (
  | { kind: 'extraneous' | 'missing'; key: string }
  | { kind: 'type'; expected: string[]; found: string }
  | { kind: 'choice'; found: string; choices: string[] }
  | { kind: 'most' | 'least'; bound: number }
  | { kind: 'said'; said: string }
);

/**
 * What a schema found, in terms of the structure.
 * @param input what was parsed: zod does not say what it found in the place of what it expected
 * @param at the path of the input in the request
 */
export const structureProblems = (error: z.ZodError, input: unknown, at: Path): StructureProblem[] =>
  error.issues.flatMap((issue) => problemsOf(issue, input, at));

function problemsOf(issue: z.core.$ZodIssue, input: unknown, at: Path): StructureProblem[] {
  const inside = issue.path as (string | number)[];
  const path = [...at, ...inside];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, kind: 'extraneous', key: shorten(key) }));
  }
  const found = valueAt(input, inside);
  switch (issue.code) {
    case 'too_big':
      return [{ path, kind: 'most', bound: Number(issue.maximum) }];
    case 'too_small':
      return [{ path, kind: 'least', bound: Number(issue.minimum) }];
    case 'custom':
      return [{ path, ...custom(issue.params) }];
  }
  if (found === undefined) return [{ path: path.slice(0, -1), kind: 'missing', key: String(path.at(-1)) }];
  switch (issue.code) {
    case 'invalid_value':
      if (typeof found !== 'string') return [{ path, kind: 'type', expected: ['string'], found: typeName(found) }];
      return [{ path, kind: 'choice', found: shorten(found), choices: issue.values.map(String) }];
    case 'invalid_union':
      return [ofUnion(issue, path, found)];
    case 'invalid_type':
      return [{ path, kind: 'type', expected: [issue.expected], found: typeName(found) }];
    default:
      return [{ path, kind: 'said', said: issue.message }];
  }
}

function custom(
  params: Record<string, unknown> | undefined,
): { kind: 'missing'; key: string } | { kind: 'said'; said: string } {
  if (typeof params?.missing === 'string') return { kind: 'missing', key: params.missing };
  return { kind: 'said', said: String(params?.said) };
}

/** A list that is too long for a union of object and list is what it is, and no wrong type. */
function ofUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, found: unknown): StructureProblem {
  const firsts = issue.errors.flatMap((option) => option[0] ?? []);
  const long = firsts.find((option) => option.code === 'too_big');
  if (long) return { path, kind: 'most', bound: Number(long.maximum) };
  const expected = firsts.flatMap((option) => (option.code === 'invalid_type' ? [option.expected] : []));
  return { path, kind: 'type', expected, found: typeName(found) };
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'int' : typeof value;
}
