import type { AttributeDefinition } from '../customer/attribute';
import { labelOf } from '../customer/attribute-field';
import type { Issue } from '../issues';
import type { ShownRow } from '../records';
import { cellText } from '../row';

const sentences: Record<string, string> = {
  excluded: 'Left out by hand.',
  known: 'This customer is known, and the import only creates.',
  unknown: 'No customer has this key, and the import only updates.',
  erased: 'The customer of this row was erased. Nothing is kept of the row.',
  atomic: 'Nothing was written, because another row could not be.',
  stopped: 'The import was stopped before this row.',
  changed: 'The customer was changed by someone else after the review. Nothing was overwritten.',
  taken: 'Another customer got this key after the review. Nothing was written.',
  parent_missing: 'Written without its parent: the row of the parent was not written.',
  source_taken: 'Another customer got this source system and source ID after the review. Nothing was written.',
};

/** The texts of a row by column index, edits in place. */
export function cellsNow(row: Pick<ShownRow, 'cells' | 'edits'>): string[] {
  const cells = row.cells.map((cell) => cellText(cell) ?? '');
  for (const [column, text] of Object.entries(row.edits)) {
    while (cells.length < Number(column)) cells.push('');
    cells[Number(column)] = text;
  }
  return cells;
}

/**
 * Why a row is skipped, in conflict or failed, in words; null where there is nothing to say.
 * @param attributes those that are called by their labels
 */
export const reasonOf = (row: ShownRow, attributes?: AttributeDefinition[]): string | null =>
  reasonText(row.outcome ? row.outcome.reason : row.plan.message, row.issues, attributes);

/** What is doubtful about a row, each with its field; '' where nothing is. */
export const warningsOf = (row: Pick<ShownRow, 'issues'>, attributes?: AttributeDefinition[]): string =>
  row.issues
    .filter((issue) => issue.severity === 'warning')
    .map((issue) => withField(issue, attributes))
    .join(' ');

/**
 * Why a row was skipped, is in conflict or failed, in words: the sentence of the reason, or for rows with errors all of
 * those, each with its field. Null where there is nothing to say.
 */
export function reasonText(reason: string | null, issues: Issue[], attributes?: AttributeDefinition[]): string | null {
  if (reason === null) return null;
  if (reason !== 'issues') return sentences[reason] ?? reason;
  const errors = issues.filter((issue) => issue.severity === 'error');
  return errors.map((issue) => withField(issue, attributes)).join(' ') || null;
}

const withField = ({ field, message }: Issue, attributes?: AttributeDefinition[]): string =>
  field === null ? message : `${labelOf(field, attributes)}: ${message}`;
