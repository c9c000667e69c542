/** What the queries stand on, whichever engine it is. */
import type { SQL } from 'drizzle-orm';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';

/** A statement with the number of rows it must change; another number rolls everything back. */
export interface Write {
  statement: { toSQL(): { sql: string; params: unknown[] } } | SQL;
  expect?: number;
  /** Parameters of many rows: the statement is then performed once for each. */
  rows?: unknown[][];
}

/** What a statement did: the rows it changed, and those it returned. */
export interface Written {
  changes: number;
  rows: unknown[][];
}

/** A unique key was taken by someone else; nothing of the list was written. */
export class UniqueTaken extends Error {}

export interface Engine {
  /** Short reads. */
  db: SqliteRemoteDatabase;
  /** Reads that may take long, on a connection of their own so that short ones never wait for them. */
  scan: SqliteRemoteDatabase;
  /**
   * Performs all statements in one transaction, in order.
   * @returns what each changed and returned, or null when an `expect` did not hold (nothing was written then)
   * @throws UniqueTaken
   */
  writeAll(list: Write[]): Promise<Written[] | null>;
  /** Changes whenever another connection writes. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}
