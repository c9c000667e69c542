/** The ports by which a phase works on the rows of an import: shards, staging, repeated keys and parents. */
import type { Value } from './customer/fields';
import type { NewJob, RowRange, Shard } from './job-store';
import type { Mapping } from './mapping';
import type { PlannedRow, StagedRow } from './records';
import type { RawRow } from './row';
import type { Disposition, RowState } from './steps';

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
  disposition: Disposition | null;
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
