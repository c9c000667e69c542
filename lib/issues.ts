import { storable } from './customer/storable';
import { issueCatalogue, type Severity } from './issue-catalogue';

/** One thing wrong or doubtful with one cell (`field` set) or one row (`field` null). */
export interface Issue {
  field: string | null;
  code: IssueCode;
  severity: Severity;
  message: string;
  /** Text that would put it right, offered with one key. */
  suggestion?: string;
}

export type IssueCode = keyof typeof issueCatalogue;
export const issueCodes = Object.keys(issueCatalogue) as IssueCode[];

/** The cause as it stands behind a count: "emails that are not an address". */
export const causeOf = (code: IssueCode, count: number): string => issueCatalogue[code].cause[count === 1 ? 0 : 1];

/**
 * An issue with the words of the catalogue.
 * @param field the field's name, or null for the whole row
 * @param more a suggestion, or a message that is more exact than the catalogue's
 */
export const issue = (
  code: IssueCode,
  field: string | null,
  more: { suggestion?: string; message?: string } = {},
): Issue => ({
  field,
  code,
  severity: issueCatalogue[code].severity,
  message: more.message === undefined ? issueCatalogue[code].message : storable(more.message),
  ...(more.suggestion === undefined ? {} : { suggestion: storable(more.suggestion) }),
});
