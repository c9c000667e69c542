import type { Change, CustomerQuery, CustomerRecord, KeyLookup, LiveCustomer } from './customer-records';
import type { Mapping } from './mapping';
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
  Phase,
  PlannedRow,
  RowQuery,
  Shard,
  ShownRow,
  StagedRow,
  Totals,
} from './records';
import type { RawRow } from './row';
import type { ImportState, RowState } from './steps';

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

export interface StagingStore {
  /** The shard of a phase, made when it is not there yet. */
  openShard(importId: number, phase: Phase, fromRow: number, toRow: number): Promise<Shard>;
  readShards(importId: number): Promise<Shard[]>;
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
  /** Forgets edits and exclusions whose row or column is gone. */
  dropLostEdits(importId: number, columns: number): Promise<void>;
  readEdits(importId: number): Promise<{ row: number; edits: Record<number, string>; excluded: boolean }[]>;
  readStaged(importId: number, afterRow: number, limit: number): Promise<StagedRow[]>;
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
  /** Starts the commit of exactly this revision: operation, shard and job, or null when revision or state differ. */
  startCommit(importId: number, revision: number, owner?: string): Promise<{ operation: number; job: number } | null>;
  readOperation(importId: number): Promise<Operation | null>;
  /**
   * Commits the rows after the shard's cursor up to `toRow` in one transaction.
   * @returns `moved` when someone else moved the cursor, `clash` when a unique key was taken (nothing written)
   */
  commitChunk(shard: Shard, operation: number, mapping: Mapping, toRow: number): Promise<ChunkResult>;
  /** Gives one row that cannot be written its outcome `failed` and moves the cursor past it. */
  failRow(shard: Shard, operation: number, row: number, reason: string): Promise<boolean>;
  /** Gives all rows that are left the outcome `skipped` ("stopped") and moves the cursor to the end, a part at a time. */
  stopChunk(shard: Shard, operation: number, toRow: number): Promise<boolean>;
  /** The row number `count` rows after `afterRow`, or the last one. */
  rowAfter(importId: number, afterRow: number, count: number): Promise<number>;
  finishCommit(importId: number, operation: number): Promise<boolean>;
  /** Writes one planned change of one customer by hand as an operation of its own; false when its version moved on. */
  commitEdit(plan: PlannedRow): Promise<boolean>;
}

export interface CustomerStore {
  /** Whether there is any customer yet: before the first import nothing needs to be looked up. */
  hasCustomers(): Promise<boolean>;
  findCustomers(lookups: KeyLookup[]): Promise<LiveCustomer[]>;
  readCustomer(idOrUuid: number | string): Promise<CustomerRecord | null>;
  listCustomers(query: CustomerQuery): Promise<CustomerRecord[]>;
  countCustomers(): Promise<number>;
  readChanges(customerId: number, limit: number): Promise<Change[]>;
}

export interface JobStore {
  /** Takes the oldest job that is free, for `leaseMs`. */
  claimJob(owner: string, leaseMs: number): Promise<Job | null>;
  /** Prolongs the lease; false when someone else has the job. */
  renewJob(job: Job, owner: string, leaseMs: number): Promise<boolean>;
  finishJob(job: Job, owner: string): Promise<void>;
  /** Gives the job back to be tried again after `delayMs`. */
  releaseJob(job: Job, owner: string, delayMs: number): Promise<void>;
  beat(worker: string): Promise<void>;
  /** When a worker last gave a sign of life, in ms since 1970; null if never. */
  lastBeat(): Promise<number | null>;
}

export interface Store
  extends ImportStore,
    StagingStore,
    DuplicateStore,
    ReviewStore,
    CommitStore,
    CustomerStore,
    JobStore {
  /** Whether anyone else wrote since the last call; the worker then keeps its chunks short. */
  othersWrote(): Promise<boolean>;
  close(): Promise<void>;
}
