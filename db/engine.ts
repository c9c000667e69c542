/** What the queries stand on, whichever engine it is. */
import type { SQL } from 'drizzle-orm';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { Dialect } from './dialect';
import type { Tables } from './tables';
import type { Write, Written } from './write';

/** A unique key was taken by someone else; nothing of the list was written. */
export class UniqueTaken extends Error {}

export interface Engine {
  /** Builds queries, and performs short reads. */
  db: SqliteRemoteDatabase;
  tables: Tables;
  dialect: Dialect;
  /** Short reads: the rows as arrays. */
  rows(query: SQL): Promise<unknown[][]>;
  /** Reads that may take long, on a connection of their own so that short ones never wait for them. */
  scan(query: SQL): Promise<unknown[][]>;
  /**
   * Performs all statements in one transaction, in order.
   * @returns what each changed and returned, or null when an `expect` did not hold (nothing was written then)
   * @throws UniqueTaken
   */
  writeAll(list: Write[]): Promise<Written[] | null>;
  /** Changes whenever another connection writes, where writers shut each other out; else always the same. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}
