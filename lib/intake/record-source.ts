import type { RawRow } from '../row';

/**
 * A sheet as a stream of records, whatever the file format: title lines and header included, blank records left out,
 * row numbers ascending. Each call reads from the start again.
 */
export interface RecordSource {
  records(signal?: AbortSignal): AsyncGenerator<RawRow[]>;
  /** Bytes of the file consumed by the last call of `records`. */
  bytesRead(): number;
  /** Whether a cell that a record lacks is blank (a workbook) or missing (a text file). */
  missingIsBlank: boolean;
  /** Records up to this row number are neither header nor data (a `sep=` line). */
  skipRows: number;
  /** Sentences about what the last reading noticed, complete once it ended. */
  notices(): string[];
}
