/** Jobs and the shards that they work on, as they are stored, and the port to the work queue. */

/** `clear` removes what an earlier check left behind. */
export type Phase = 'read' | 'clear' | 'check' | 'duplicates' | 'commit';

export const jobKinds = ['read', 'check', 'duplicates', 'commit', 'request', 'clean', 'expire', 'erase'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Work that someone has taken. */
export interface Job {
  id: string;
  kind: JobKind;
  importId: number;
  generation: number;
  /** The shard, by its first row. */
  fromRow: number;
  /** How often it was taken, this time included. */
  attempts: number;
  /** Free for others when it was not renewed for so long, in ms. */
  leaseMs: number;
  /** It failed too often: what is left to do is to say so. */
  dead: boolean;
}

export interface NewJob {
  kind: JobKind;
  importId: number;
  /** The shard, by its first row; without it the first one. */
  fromRow?: number;
  /** A uuid. Leased from the start by this owner, who does the work itself; after the lease anyone may take it. */
  owner?: string;
}

export type RowRange = Pick<Shard, 'fromRow' | 'toRow'>;

/** A range of rows on its way through one phase. One per phase on SQLite. */
export interface Shard {
  importId: number;
  generation: number;
  phase: Phase;
  fromRow: number;
  toRow: number;
  /** The last row that is done; the one before `fromRow` at first. */
  cursor: number;
  /** Who took it last. Nobody else can write to it. */
  lease: string;
  counters: Record<string, number>;
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
