import type { IssueCode } from '../issues';
import type { Value } from './fields';

/**
 * What one kind of text was read as. `value` is null exactly where `code` is an error; a warning keeps its value.
 * `suggestion` is text that would put it right; `message` is more exact than the catalogue's.
 */
export interface Reading {
  value: Value;
  code?: IssueCode;
  suggestion?: string;
  message?: string;
}
