import type { BetterAuthOptions } from 'better-auth';
import type { AccountStore, NewAuditEntry, NotedAccounts } from './auth/account-store';
import type { AttributeStore } from './customer/attribute-store';
import type { Value } from './customer/fields';
import type { Change, CustomerQuery, CustomerRecord, KeyLookup, LiveCustomer } from './customer-records';
import type { ErasureStore } from './erase/erasure-store';
import type { Mapping } from './mapping';
import type { NotificationStore } from './notifications';
import type {
  EditWrite,
  ImportChanges,
  ImportQuery,
  ImportRecord,
  IssueCount,
  Job,
  NewImport,
  NewJob,
  Operation,
  PlannedRow,
  RowQuery,
  RowRange,
  Shard,
  ShownRow,
  StagedRow,
  Totals,
} from './records';
import type { RequestStore } from './request-store';
import type { RetentionStore } from './retention/retention-store';
import type { RawRow } from './row';
import type { ImportState, RowState } from './steps';
import type { Vault } from './vault';

export interface ImportStore {
  createImport(input: NewImport): Promise<number>;
  readImport(id: number): Promise<ImportRecord | null>;
  listImports(query: ImportQuery): Promise<ImportRecord[]>;
  countImports(): Promise<{ all: number; open: number; committed: number; failed: number; cancelled: number }>;
  /**
   * Moves an import from one of the states `from` to `to`, with changes, a new revision and jobs, or does nothing.
   * `restart` starts a new generation: shards and jobs of the old one are no longer looked at.
   * @returns whether it moved
   */
  moveImport(
    id: number,
    from: ImportState[],
    to: ImportState,
    more?: { changes?: ImportChanges; jobs?: NewJob[]; restart?: boolean; generation?: number },
  ): Promise<boolean>;
  /** Changes an import in one of the given states without moving it. */
  changeImport(id: number, states: ImportState[], changes: ImportChanges): Promise<boolean>;
  /** Hides an import for good; a job then removes its rows and file. */
  deleteImport(id: number): Promise<void>;
  /** The file of an import, deleted ones included; null when nothing of it is left. */
  fileOf(id: number): Promise<string | null>;
  /** Removes what is left of a deleted import, after its rows and file. */
  forgetImport(id: number): Promise<void>;
  /** The files that imports have, out of the given ones. */
  knownFiles(fileKeys: string[]): Promise<string[]>;
}

/** What the shards of a phase have in common. */
export type ShardsOf = Pick<Shard, 'importId' | 'generation' | 'phase'>;

export interface ShardStore {
  /** All rows of an import as ranges: as many as several workers can share, or one where only one works. */
  splitRows(importId: number): Promise<RowRange[]>;
  /**
   * Makes the shards of a phase and puts jobs in line, once: nothing is done where they are there or their generation is over.
   * @param more.after a shard that must be held and goes to its end in the same transaction
   * @returns whether they were made
   */
  openShards(of: ShardsOf, ranges: RowRange[], more?: { after?: Shard; jobs?: NewJob[] }): Promise<boolean>;
  /** Takes a shard: whoever had it cannot write to it any more. Null when it is not there or its generation is over. */
  takeShard(of: ShardsOf, fromRow: number, lease: string): Promise<Shard | null>;
  readShards(importId: number): Promise<Shard[]>;
  /** The row number `count` rows after the shard's cursor, or its last one. */
  rowAfter(shard: Shard, count: number): Promise<number>;
}

export interface StagingStore {
  /** Stages rows and moves the shard's cursor to the last of them. False when the cursor was elsewhere. */
  stageRows(
    shard: Shard,
    rows: { raw: RawRow; position: number }[],
    counters: Record<string, number>,
  ): Promise<boolean>;
  /**
   * Removes issues and keys, and for `all` the staged rows and plans too, a bounded part at a time.
   * @param before removes nothing where this shard's cursor is elsewhere by now
   * @returns true when nothing is left to remove
   */
  cleanStaging(importId: number, what: 'all' | 'checks', before?: Shard): Promise<boolean>;
  /**
   * Forgets edits and exclusions whose row or column is gone, and edits that are sealed where their column is not.
   * @param sealed the columns that are
   */
  dropLostEdits(importId: number, columns: number, sealed: number[]): Promise<void>;
  /** Seals what was typed into these columns before, and what is written down of it. */
  sealEdits(importId: number, columns: number[]): Promise<void>;
  /** Overwrites what was deleted before, wherever the engine may still have it in its files and can overwrite it. */
  scrub(): Promise<void>;
  readEdits(importId: number): Promise<{ row: number; edits: Record<number, string>; excluded: boolean }[]>;
  readStaged(importId: number, afterRow: number, limit: number, upTo?: number): Promise<StagedRow[]>;
  readStagedRows(importId: number, rows: number[]): Promise<StagedRow[]>;
  /** Stores the plans of a chunk and moves the cursor. */
  savePlans(
    shard: Shard,
    toRow: number,
    mapping: Mapping,
    plans: PlannedRow[],
    counters: Record<string, number>,
  ): Promise<boolean>;
  /** Reserves `count` ids that are never given out again; returns the first. */
  reserveIds(count: number): Promise<number>;
}

/** A row that shares a key with others. */
export interface KeyedRow {
  row: number;
  key: string;
  owner: boolean;
}

export interface DuplicateStore {
  /** Marks keys that stand on more than one row. */
  markRepeatedKeys(importId: number): Promise<void>;
  /** Rows after `afterRow` with a repeated key, in row order, with their plan's state, their keys and who owns those. */
  readRepeated(
    importId: number,
    afterRow: number,
    limit: number,
  ): Promise<{ row: number; state: RowState; keys: { key: string; repeated: boolean; owner: number | null }[] }[]>;
  /** Writes what the pass found for a chunk: owners, first rows (a warning) and later rows (an error). */
  saveDuplicates(
    shard: Shard,
    toRow: number,
    found: {
      owners: { key: string; row: number }[];
      firsts: { row: number; field: string | null }[];
      laters: { row: number; field: string | null }[];
    },
  ): Promise<boolean>;
  /** Rows that have one of these keys, by key and row, at most `limit` a key. */
  readKeyed(importId: number, keys: string[], limit: number): Promise<KeyedRow[]>;
  /** The canonical keys of a row's present plan. */
  readKeys(importId: number, row: number): Promise<string[]>;
}

/** A row that waits for a parent that another row may create. */
export interface WaitingRow {
  row: number;
  /** Of the parent. */
  key: string;
  state: RowState;
  target: number | null;
  values: Record<string, Value>;
}

export interface ParentStore {
  /** Waiting rows behind one of them, in the order of their keys, at most `limit`; of certain parents where `keys` says so. */
  readWaiting(
    importId: number,
    mapping: Mapping,
    after: { key: string; row: number },
    limit: number,
    keys?: string[],
  ): Promise<WaitingRow[]>;
  /** Rows that create, change or meet a customer with one of these keys, with that customer: by key, owners and lower rows first. */
  findTargets(importId: number, keys: string[]): Promise<{ key: string; row: number; target: number }[]>;
  /** Gives rows their parents, and others the error that they have none. False when the shard is someone else's. */
  saveParents(
    shard: Shard,
    mapping: Mapping,
    found: { links: { row: number; parent: number }[]; failed: { row: number; field: string }[] },
  ): Promise<boolean>;
}

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
   * @param more.atomic nothing is written where a customer changed meanwhile
   * @returns `moved` when someone else moved the cursor, `clash` when a unique key was taken, or, where it is atomic, a customer
   *   changed (nothing written)
   */
  commitChunk(
    shard: Shard,
    operation: number,
    mapping: Mapping,
    toRow: number,
    more?: { atomic?: boolean },
  ): Promise<ChunkResult>;
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

/** The work queue's port. Jobs come into it with the change that needs them: see `moveImport`, `openShards`, `startCommit`. */
export interface JobStore {
  /** Takes the oldest job that is free. It is free again when it is not renewed within its lease. */
  claimJob(owner: string): Promise<Job | null>;
  /** Prolongs the lease; false when someone else has the job, or it is gone. */
  renewJob(job: Job, owner: string): Promise<boolean>;
  finishJob(job: Job, owner: string): Promise<void>;
  /** Gives the job back to be taken up again after `delayMs`; this does not count as an attempt. */
  releaseJob(job: Job, owner: string, delayMs: number): Promise<void>;
  /** The attempt failed: it is free again after a pause, a longer one each time, and `dead` after too many. */
  failJob(job: Job, owner: string, error: string): Promise<void>;
  /** Takes the job out of line that was leased to this owner from the start. */
  dropJob(owner: string): Promise<void>;
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
