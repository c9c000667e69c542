import { limits } from '../../limits';
import { fieldsBySourceSystem, jsonBySourceSystem } from './cells-by-source-system';
import type { Refusal } from './refusals';

/** Something wrong with an input of contract B, found by the check, the plan or the commit. */
export interface InputProblem {
  /** Which input of the request, from 0. */
  index: number;
  /** Our name of the field; null for the customer as a whole. */
  field: string | null;
  /** The code of the issue, or the outcome `conflict`. */
  code: string;
  message: string;
}

/** What says that the customer exists or stands twice, and so is a 409. */
const conflicts = new Set(['conflict', 'duplicate_first', 'duplicate_in_file', 'source_taken']);

/**
 * Contract B is all or nothing: why nothing was created. With a bad value among the problems it is 400, with conflicts alone
 * 409; each problem says which of the two it is.
 */
export function refuseInputs(found: readonly InputProblem[]): Refusal {
  const isConflict = found.every(({ code }) => conflicts.has(code));
  const inputs = new Set(found.map(({ index }) => index)).size;
  const which = `${inputs} ${inputs === 1 ? 'input' : 'inputs'}`;
  return {
    code: isConflict ? 'taken' : 'bad_value',
    detail: isConflict
      ? `Nothing was created: ${which} with a source ID that exists or stands twice.`
      : `Nothing was created: ${which} with values that cannot be taken.`,
    problems: found.slice(0, isConflict ? limits.bulkCustomers : limits.namedProblems).map((problem) => ({
      path: ['inputs', problem.index, ...nameOf(problem.field)],
      kind: 'value',
      message: problem.message,
      code: conflicts.has(problem.code) ? 'constraint-violation' : 'validation-failed',
    })),
  };
}

const names = new Map<string, string[]>([
  ...[fieldsBySourceSystem, jsonBySourceSystem].flatMap((table) =>
    Object.entries(table).map(([name, field]): [string, string[]] => [field, [name]]),
  ),
  ['customerRule.dueOption', ['customerRule', 'dueOption']],
]);

const nameOf = (field: string | null): string[] => (field === null ? [] : (names.get(field) ?? [field]));
