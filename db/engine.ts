/** What the queries stand on, whichever engine it is. */
import type { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { JobKind, JobStore, NewJob } from '../lib/job-store';
import type { Dialect } from './dialect';
import type { Tables } from './tables';
import type { Write, Written } from './write';

/** A unique key was taken by someone else; nothing of the list was written. */
export class UniqueTaken extends Error {}

/** A job on its way into the queue. Null stands for the import that the first statement of the same list inserts. */
export type Put = Omit<NewJob, 'importId'> & { importId: number | null };

/** Rows about an import that has no number yet. */
export interface About {
  table: SQLiteTable;
  /** The column that the number goes to; the others follow in the order of the values. */
  importId: SQLiteColumn;
  columns: SQLiteColumn[];
  rows: (string | number | null)[][];
}

/** An import to be made, what is written about it, and the job that is put in line for it. */
export interface NewImportWrite {
  values: Omit<Tables['imports']['$inferInsert'], 'id'> & { generation: 1 };
  about: About[];
  job: JobKind;
}

export interface Engine {
  /** Builds queries, and performs short reads. */
  db: SqliteRemoteDatabase;
  tables: Tables;
  dialect: Dialect;
  /** Where better-auth keeps people and sessions. */
  signIn: ReturnType<typeof drizzleAdapter>;
  /** The work queue. */
  jobs: JobStore;
  /** Rows of a shard at the most: few where several workers can share an import. */
  shardRows: number;
  /** Rows of an atomic commit at the most. */
  atomicRows: number;
  /** Whether there is only one worker. */
  soleWorker: boolean;
  /** Takes the job of an import out of line that nobody has taken and that is done with the transaction; nothing where it is not ours to take. */
  withoutJob(kind: JobKind, importId: number): Write[];
  /** Jobs that a worker does at the same time. */
  jobsAtOnce: number;
  /** Short reads: the rows as arrays. */
  rows(query: SQL): Promise<unknown[][]>;
  /** Reads that may take long, on a connection of their own so that short ones never wait for them. */
  scan(query: SQL): Promise<unknown[][]>;
  /**
   * Performs all statements in one transaction, in order, and puts jobs in line within it.
   * @returns what each changed and returned, or null when an `expect` did not hold (nothing was written then)
   * @throws UniqueTaken
   */
  writeAll(list: Write[], jobs?: Put[]): Promise<Written[] | null>;
  /**
   * The same write with what it inserts kept outside the heap until it is performed, once: what a large request writes in one
   * transaction would fill it.
   */
  packed(write: Write): Write;
  /**
   * Makes an import; those that come while others are being made share a transaction. Each is still all or nothing.
   * @returns its number
   * @throws UniqueTaken
   */
  makeTogether(made: NewImportWrite): Promise<number>;
  /**
   * Looks at tables that have grown, where the engine plans its queries by what it knows of them.
   * @param tables their names, each with the columns that matter in brackets
   */
  analyse(tables: string[]): Promise<void>;
  /** Overwrites what was deleted before, wherever the engine may still have it in its files and can overwrite it. */
  scrub(): Promise<void>;
  /** Changes whenever another connection writes, where writers shut each other out; else always the same. */
  dataVersion(): Promise<number>;
  close(): Promise<void>;
}
