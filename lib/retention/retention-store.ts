import type { Totals } from '../records';

/** What retention asks of storage. */
export interface RetentionStore {
  /** Imports that ended before a time (ms since 1970) and still have their rows, in the order of their ids, behind one. */
  listExpired(since: number, after: number, limit: number): Promise<number[]>;
  /**
   * Imports that wait for a person, and with which nobody went on since a time, in the order of their ids, behind one. Whatever the audit
   * log says of them counts: mapping, reading anew, edits, reports.
   */
  listUntouched(since: number, after: number, limit: number): Promise<number[]>;
  /**
   * Ends the time of an import: it keeps its totals, and a job removes its rows and its file.
   * @returns false when it has none any more, or is not over its time
   */
  expireImport(id: number, since: number, totals: Totals): Promise<boolean>;
  /** Removes what is left of the file beside the rows: edits, headers, samples, the top of the sheet. */
  stripImport(id: number): Promise<void>;
}
