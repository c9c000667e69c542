/** What the bulk contracts ask of storage: types only. A request is an import without a file. */
import type { Value } from './customer/fields';
import type { LiveAddress } from './customer-records';
import type { ImportRecord } from './import-store';
import type { Issue } from './issues';
import type { ColumnProfile, FileFacts, Mapping } from './mapping';
import type { RequestPlans } from './request-plans';
import type { RawRow } from './row';
import type { ImportState, Outcome } from './steps';

/** A request on its way to become an import. */
export interface NewRequest
  extends Pick<ImportRecord, 'source' | 'fileName' | 'fileSize' | 'sha256' | 'createdBy' | 'createdById'> {
  mapping: Mapping;
  facts: FileFacts;
  profiles: ColumnProfile[];
  /** Sealed where they are sensitive. */
  rows: RawRow[];
  /** The `Idempotency-Key`, and a hash of the request that it came with; null without one. */
  requestKey: string | null;
  requestHash: string | null;
}

/** An import that was queued, to be carried out now. */
export type QueuedRequest = Pick<ImportRecord, 'id' | 'generation' | 'mapping'> & { mapping: Mapping };

export interface KnownRequest {
  importId: number;
  requestHash: string;
  state: ImportState;
  /** When it was done, in ms. */
  finishedAt: number | null;
  /** When retention took its rows. */
  rowsRemovedAt: number | null;
}

/**
 * What became of it: the import; or nothing was written, because a customer was changed since the plans were made (`conflict`), a
 * unique key was taken (`clash`), the idempotency key belongs to another request (`known`), or the queued import is not there any
 * more (`gone`).
 */
export type Settled = { importId: number } | 'conflict' | 'clash' | 'known' | 'gone';

export interface AnsweredRow {
  outcome: Outcome;
  customerId: number | null;
  /** A reason as it is stored. */
  reason: string | null;
  issues: Issue[];
}

/** What a row said of the customer that it created. */
export interface CreatedRow {
  row: number;
  uuid: string;
  values: Record<string, Value>;
  addresses: LiveAddress[];
}

export interface RequestStore {
  /** The request of a caller that came with this idempotency key; `other` where it came with a call that makes no import. */
  findRequest(callerId: string, requestKey: string): Promise<KnownRequest | 'other' | null>;
  /**
   * Stages a request, or takes one that is queued, and carries its plans out, all in one transaction.
   * @param more.conflicts whether a customer that changed meanwhile becomes an outcome; else nothing is written then
   * @param more.notify writes a notification that it is done
   */
  settleRequest(
    of: NewRequest | QueuedRequest,
    plans: RequestPlans,
    more: { conflicts: boolean; notify?: boolean },
  ): Promise<Settled>;
  /** Stages a request with its plans as submitted. The caller commits it; after a kill a worker does. @param owner a uuid */
  submitRequest(of: NewRequest, plans: RequestPlans, owner: string): Promise<{ importId: number } | 'known'>;
  /** Stages a request for a worker. Requests that come at the same time share a transaction. */
  queueRequest(of: NewRequest): Promise<{ importId: number } | 'known'>;
  /** What became of the rows of a request, in their order. */
  readAnswered(importId: number): Promise<AnsweredRow[]>;
  /** The customers that a request created, in the order of its rows, behind one of them. */
  readCreated(importId: number, mapping: Mapping, afterRow: number, limit: number): Promise<CreatedRow[]>;
  /** How many requests of each of these callers wait, of those of whom any does. */
  countQueued(callerIds: string[]): Promise<Map<string, number>>;
  /** The request that has waited longest. */
  firstQueued(): Promise<number | null>;
}
