import type { Path } from '../../customer/strict-json/json-fault';
import type { StructureProblem } from './structure-problems';

/** What kinds of values are called: in contract A as in Java, else as a person says it. */
const types: Record<string, readonly [java: string, plain: string]> = {
  string: ['String', 'a text'],
  number: ['Number', 'a number'],
  int: ['Integer', 'a number'],
  boolean: ['Boolean', 'true or false'],
  object: ['JSONObject', 'an object'],
  record: ['JSONObject', 'an object'],
  array: ['JSONArray', 'a list'],
  null: ['Null', 'null'],
};

/**
 * In the words of contract A, which are those of a validator for Java: `#/customers/0: extraneous key [foo] is not permitted`.
 * https://github.com/everit-org/json-schema
 */
export const wordAsPointer = (problem: StructureProblem): string => `${asPointer(problem.path)}: ${inJava(problem)}`;

function inJava(problem: StructureProblem): string {
  const name = (type: string) => types[type]?.[0] ?? type;
  switch (problem.kind) {
    case 'extraneous':
      return `extraneous key [${problem.key}] is not permitted`;
    case 'missing':
      return `required key [${problem.key}] not found`;
    case 'type':
      return `expected type: ${problem.expected.map(name).join(' or ')}, found: ${foundInJava(problem.found)}`;
    case 'choice':
      return `${problem.found} is not a valid enum value`;
    case 'most':
      return `expected maximum item count: ${problem.bound}`;
    case 'least':
      return `expected minimum item count: ${problem.bound}, found: 0`;
    case 'said':
      return problem.said;
  }
}

/** A number that is found is a whole one (`int`), or it is this. */
const foundInJava = (type: string): string => (type === 'number' ? 'Double' : (types[type]?.[0] ?? type));

/** In plain words, without the path. */
export function wordPlainly(problem: StructureProblem): string {
  const name = (type: string) => types[type]?.[1] ?? type;
  switch (problem.kind) {
    case 'extraneous':
      return `There is no key "${problem.key}" here.`;
    case 'missing':
      return `The key "${problem.key}" is missing.`;
    case 'type':
      return `Expected ${problem.expected.map(name).join(' or ')}, found ${name(problem.found)}.`;
    case 'choice':
      return `Expected one of ${problem.choices.join(', ')}, found ${problem.found}.`;
    case 'most':
      return `At most ${problem.bound} entries are taken here.`;
    case 'least':
      return 'At least one entry is needed here.';
    case 'said':
      return `${problem.said[0]!.toUpperCase()}${problem.said.slice(1)}.`;
  }
}

/** `#/customers/0/email`: a JSON pointer as the fragment of a URL, without the percent signs. RFC 6901 §6 */
export const asPointer = (path: Path): string =>
  ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

/** `$.inputs[3].emailAddress`: RFC 9535, normalized where a key is no name. */
export const asJsonPath = (path: Path): string => `$${path.map(asStep).join('')}`;

function asStep(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
}
