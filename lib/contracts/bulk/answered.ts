import type { PlannedRow } from '../../records';
import type { AnsweredRow, CreatedRow } from '../../request-store';
import type { Outcome } from '../../steps';
import type { BulkResult } from './answer-by-id';
import type { CreatedCustomer } from './answer-by-source-system';
import type { InputProblem } from './refuse-inputs';
import { issueForProgram, reasonForProgram } from './request-words';

const became = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  skip: 'skipped',
  conflict: 'conflict',
} as const satisfies Record<string, Outcome>;

/** What becomes of rows whose plans are done as they stand; the same as is read of them afterwards. */
export const answeredPlans = (plans: PlannedRow[]): AnsweredRow[] =>
  plans.map(({ state, disposition, target, message, issues }) => ({
    outcome: state === 'excluded' ? 'skipped' : disposition === null ? 'failed' : became[disposition],
    customerId: target?.id ?? null,
    reason: disposition === null && state !== 'excluded' ? 'issues' : message,
    issues: state === 'excluded' ? [] : issues,
  }));

/** What the plans of a request that only creates say of the customers. */
export const createdPlans = (plans: PlannedRow[]): CreatedRow[] =>
  plans.map(({ row, reserved, values, lists }) => ({
    row,
    uuid: reserved!.uuid,
    values,
    addresses: (lists?.addresses ?? []).filter(({ remove }) => !remove),
  }));

export const resultOf = ({ outcome, customerId, reason, issues }: AnsweredRow): BulkResult => ({
  outcome,
  customerId,
  message: reasonForProgram(reason, issues),
  codes: errorsOf(issues).map(({ code }) => code),
});

const errorsOf = (issues: AnsweredRow['issues']) => issues.filter(({ severity }) => severity === 'error');

/** A customer that was created at a time in ms. */
export const createdOf = ({ uuid, values, addresses }: CreatedRow, at: number): CreatedCustomer => ({
  ...{ uuid, createdAt: at, updatedAt: at },
  ...{ values, addresses },
});

const twice = (code: string): string | null =>
  code === 'duplicate_first' ? 'A later input has the same source system and source ID.' : null;

/** Everything that stops a request in which one bad customer stops all. */
export const problemsOf = (rows: AnsweredRow[]): InputProblem[] =>
  rows.flatMap(({ outcome, reason, issues }, index): InputProblem[] => {
    // A warning elsewhere: here the first of two that are equal counts no more than the other.
    const found = issues.filter(({ severity, code }) => severity === 'error' || code === 'duplicate_first');
    if (found.length > 0)
      return found
        .map(issueForProgram)
        .map(({ field, code, message }) => ({ index, field, code, message: twice(code) ?? message }));
    if (outcome !== 'failed' && outcome !== 'conflict' && reason !== 'erased') return [];
    return [
      { index, field: null, code: 'conflict', message: reasonForProgram(reason, issues) ?? 'It could not be created.' },
    ];
  });
