import { issueCatalogue } from '../../issue-catalogue';
import type { Issue, IssueCode } from '../../issues';
import { reasonText } from '../../review/reason';

/** What a program is told in other words than a person who looks at the rows of a file. */
const issueWords: Partial<Record<IssueCode, string>> = {
  duplicate_in_file: 'An earlier customer in this request has the same key; only that one counts.',
  ambiguous_match: 'Two or more customers have this key.',
  unknown_parent: 'No customer has this ID or source ID. Create the parent first, or correct it.',
};

const reasonWords: Record<string, string> = {
  erased: 'This customer was erased. Nothing is kept of it.',
  atomic: 'Nothing was written, because another customer could not be.',
  stopped: 'The import was stopped before this customer.',
  changed: 'The customer was changed by someone else at the same moment. Nothing was overwritten; send this one again.',
  taken: 'Another customer got this key at the same moment. Nothing was written; send this one again.',
  source_taken:
    'Another customer got this source and source ID at the same moment. Nothing was written; send this one again.',
};

/** A message that says more than its kind stays as it is. */
export const issueForProgram = (found: Issue): Issue => {
  const words = issueWords[found.code];
  return words && found.message === issueCatalogue[found.code].message ? { ...found, message: words } : found;
};

/** Why a customer was not taken; null where there is nothing to say. */
export const reasonForProgram = (reason: string | null, issues: Issue[]): string | null =>
  (reason !== null && reasonWords[reason]) || reasonText(reason, issues.map(issueForProgram));
