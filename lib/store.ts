import type { BetterAuthOptions } from 'better-auth';
import type { AnswerStore } from './answers';
import type { AccountStore, NewAuditEntry, NotedAccounts } from './auth/account-store';
import type { AttributeStore } from './customer/attribute-store';
import type { Change, CustomerQuery, CustomerRecord, KeyLookup, LiveCustomer } from './customer-records';
import type { ErasureStore } from './erase/erasure-store';
import type { ImportStore } from './import-store';
import type { JobStore, Shard } from './job-store';
import type { Mapping } from './mapping';
import type { NotificationStore } from './notifications';
import type { EditWrite, IssueCount, Operation, PlannedRow, RowQuery, ShownRow, Totals } from './records';
import type { RequestStore } from './request-store';
import type { RetentionStore } from './retention/retention-store';
import type { DuplicateStore, ParentStore, ShardStore, StagingStore } from './staging-store';
import type { Vault } from './vault';

export interface ReviewStore {
  readTotals(importId: number): Promise<Totals>;
  readIssueCounts(importId: number): Promise<IssueCount[]>;
  countRows(importId: number, query: RowQuery): Promise<number>;
  readRows(importId: number, query: RowQuery, offset: number, limit: number): Promise<ShownRow[]>;
  readRow(importId: number, row: number): Promise<ShownRow | null>;
  /** The next row of the filter after (or before) row `from`. */
  nextRow(importId: number, query: RowQuery, from: number, back: boolean): Promise<number | null>;
  /** The place of a row inside a filter, from 0. */
  readPlace(importId: number, query: RowQuery, row: number): Promise<number>;
  /** Plan numbers by field for updates. */
  readFieldCounts(importId: number): Promise<{ field: string; set: number; changed: number; cleared: number }[]>;
  saveEdit(write: EditWrite): Promise<boolean>;
}

export type ChunkResult = 'done' | 'moved' | 'clash';

export interface CommitStore {
  /**
   * Starts the commit of exactly this revision: operation, shards and jobs.
   * @param more.owner a uuid: does it all itself, as one shard whose job is leased to it from the start
   * @param more.atomic all rows or none, as one shard
   * @returns the operation, or null when revision or state differ
   */
  startCommit(importId: number, revision: number, more?: { owner?: string; atomic?: boolean }): Promise<number | null>;
  readOperation(importId: number): Promise<Operation | null>;
  /**
   * Commits the rows after the shard's cursor up to `toRow` in one transaction.
   * @param more.atomic nothing is written where a customer changed meanwhile, or a stop was asked for before the end
   * @param more.since the last erasure that was looked at: nothing is written where there is a later one (`moved`)
   * @returns `moved` when someone else moved the cursor, `clash` when a unique key was taken, or, where it is atomic, a customer
   *   changed or a stop was asked for (nothing written)
   */
  commitChunk(
    shard: Shard,
    operation: number,
    mapping: Mapping,
    toRow: number,
    more?: { atomic?: boolean; since?: number },
  ): Promise<ChunkResult>;
  /**
   * Asks a commit to stop after what is under way.
   * @returns false where none of its rows is left to be written or to be left out
   */
  requestStop(importId: number): Promise<boolean>;
  /** Gives every row of an atomic commit that cannot be done its outcome: `conflict`, or `skipped` because of the others. */
  stopAtomic(shard: Shard, operation: number, mapping: Mapping): Promise<boolean>;
  /** Gives one row that cannot be written its outcome `failed` and moves the cursor past it. */
  failRow(shard: Shard, operation: number, row: number, reason: string): Promise<boolean>;
  /** Gives all rows that are left the outcome `skipped` ("stopped") and moves the cursor to the end, a part at a time. */
  stopChunk(shard: Shard, operation: number, toRow: number): Promise<boolean>;
  /** The import is committed when every shard is at its end. False when it is not, or was committed already. */
  finishCommit(importId: number, operation: number, mapping: Mapping): Promise<boolean>;
  /** Writes one planned change of one customer by hand as an operation of its own; false when its version moved on. */
  commitEdit(plan: PlannedRow): Promise<boolean>;
}

export interface CustomerStore {
  /** Whether there is any customer yet: before the first import nothing needs to be looked up. */
  hasCustomers(): Promise<boolean>;
  findCustomers(lookups: KeyLookup[]): Promise<LiveCustomer[]>;
  /** The ids of customers of that source id, whatever their source system: two at the most. */
  findBySourceId(sourceSystemId: string): Promise<number[]>;
  readCustomer(idOrUuid: number | string): Promise<CustomerRecord | null>;
  listCustomers(query: CustomerQuery): Promise<CustomerRecord[]>;
  countCustomers(): Promise<number>;
  readChanges(customerId: number, limit: number): Promise<Change[]>;
}

export interface WorkerStore {
  beat(worker: string): Promise<void>;
  /** When a worker last gave a sign of life, in ms since 1970; null if never. */
  lastBeat(): Promise<number | null>;
}

/** Ports by which somebody has something done; each may leave an entry in the audit log. */
export type NotedPorts = ImportStore &
  ErasureStore &
  ReviewStore &
  CommitStore &
  RequestStore &
  NotedAccounts &
  AttributeStore;

export interface Store
  extends NotedPorts,
    ShardStore,
    StagingStore,
    RetentionStore,
    DuplicateStore,
    ParentStore,
    CustomerStore,
    JobStore,
    WorkerStore,
    AccountStore,
    AnswerStore,
    NotificationStore {
  /** By which better-auth keeps people and sessions. */
  signIn: NonNullable<BetterAuthOptions['database']>;
  /** By which the sensitive texts that are stored are sealed. */
  vault: Vault;
  /** Rows of an atomic commit at the most: while it writes, nobody else may be able to. */
  atomicRows: number;
  /** Whether nobody else can be at work on the same database. */
  soleWorker: boolean;
  /** Jobs that a worker does at the same time. */
  jobsAtOnce: number;
  /**
   * The same store, of which the first thing that is written by `NotedPorts` leaves the entry in the audit log, in the
   * same transaction. An entry about an import without a number is about the one that is made.
   */
  noting(entry: NewAuditEntry): Store;
  /** Whether anyone else wrote since the last call; the worker then keeps its chunks short. */
  othersWrote(): Promise<boolean>;
  close(): Promise<void>;
}
