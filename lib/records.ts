/** What is stored, as the core sees it: shapes only, the same on every engine. */
import type { Value } from './customer/fields';
import type { AddressTarget, DerivedKeys, ListTargets, Patch } from './customer-records';
import type { Identity } from './erase/identity';
import type { Issue, IssueCode, Severity } from './issues';
import type { BlankRule, ColumnProfile, FileFacts, IntakeOptions, Mapping, MatchKey, Mode } from './mapping';
import type { Cell, Fault } from './row';
import type { Disposition, ImportState, Outcome, RowState } from './steps';

/** The choices that came with an upload over HTTP; they win over what is suggested. */
export interface UploadChoices {
  matchKey?: MatchKey;
  mode?: Mode;
  blank?: BlankRule;
  dateOrder?: Mapping['dateOrder'];
  sourceSystem?: string;
}

/** A file by a page or over HTTP, or the request of a bulk contract. */
export const importSources = ['upload', 'api', 'bulk_id', 'bulk_source_id', 'bulk_customers', 'bulk_create'] as const;
export type ImportSource = (typeof importSources)[number];

/** The request of a bulk contract is an import without a file. */
export const hasFile = ({ source }: Pick<ImportRecord, 'source'>): boolean => source === 'upload' || source === 'api';

export interface ImportRecord {
  id: number;
  state: ImportState;
  source: ImportSource;
  fileName: string;
  fileSize: number;
  sha256: string;
  /** The file's name where uploaded files are kept; empty without a file. */
  fileKey: string;
  /** The file's own key, sealed. */
  fileSecret: string;
  /** Stop after reading, so that a person can look at what was found and at the mapping. */
  pauseAtMapping: boolean;
  intake: IntakeOptions;
  choices: UploadChoices;
  facts: FileFacts | null;
  profiles: ColumnProfile[];
  mapping: Mapping | null;
  /** Rows staged; while reading, those staged so far. */
  rows: number;
  revision: number;
  /** Rises with every reading, so that a job of an older one does nothing. */
  generation: number;
  error: string | null;
  createdAt: number;
  /** The name of who uploaded it, and their id. */
  createdBy: string | null;
  createdById: string | null;
  submittedAt: number | null;
  finishedAt: number | null;
  /** A person asked for the commit to stop after the chunk under way. */
  stopRequested: boolean;
  /** Since when its rows and its file are not kept any more; null while they are. */
  rowsRemovedAt: number | null;
  /** Since when its file alone is not kept any more, because a customer in it was erased. */
  fileRemovedAt: number | null;
}

export type NewImport = Pick<
  ImportRecord,
  | 'source'
  | 'fileName'
  | 'fileSize'
  | 'sha256'
  | 'fileKey'
  | 'fileSecret'
  | 'pauseAtMapping'
  | 'intake'
  | 'choices'
  | 'createdBy'
  | 'createdById'
> & {
  /** An idempotency key, unique for who it is made by, and a hash of the request that it came with: both sealed. */
  requestKey?: string;
  requestHash?: string;
};

export type ImportChanges = Partial<
  Pick<
    ImportRecord,
    | 'intake'
    | 'choices'
    | 'facts'
    | 'profiles'
    | 'mapping'
    | 'rows'
    | 'error'
    | 'stopRequested'
    | 'finishedAt'
    | 'submittedAt'
    | 'pauseAtMapping'
  >
>;

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

/** A staged row with what a person changed in it, as the check takes it. */
export interface StagedRow {
  row: number;
  cells: Cell[];
  faults: Fault[];
  edits: Record<number, string>;
  excluded: boolean;
  /** The id and uuid kept for the customer this row would create. */
  reserved: { id: number; uuid: string } | null;
}

/** What check and plan found for one row, ready to be stored. */
export interface PlannedRow {
  row: number;
  state: RowState;
  disposition: Disposition | null;
  values: Record<string, Value>;
  issues: Issue[];
  /** Fields changed on the way in. */
  changed: string[];
  /** What an update changes; empty for a creation, which sets all its values. */
  patch: Patch;
  /** Canonical keys, the match key first. */
  keys: string[];
  /** The customer that is updated or created. */
  target: { id: number; uuid: string; version: number } | null;
  reserved: { id: number; uuid: string } | null;
  /** Address numbers by prefix, for the prefixes the patch touches. */
  addresses: Partial<Record<string, AddressTarget>>;
  /** What lists write besides. */
  lists?: ListTargets;
  /** Text computed for comparing, sorting and searching the customer as it will be. */
  derived: DerivedKeys | null;
  /** Why the row is skipped or in conflict. */
  message: string | null;
}

export interface RowQuery {
  state?: RowState;
  disposition?: Disposition;
  standing?: 'skipped' | 'behind' | 'auto-changed' | 'warnings';
  issue?: IssueCode;
  field?: string;
  outcome?: Outcome;
  q?: string;
}

/** A row as it is shown. */
export interface ShownRow extends StagedRow {
  plan: Pick<PlannedRow, 'state' | 'disposition' | 'values' | 'changed' | 'patch' | 'message'> & {
    targetId: number | null;
  };
  issues: Issue[];
  outcome: { outcome: Outcome; customerId: number | null; reason: string | null } | null;
}

export interface Totals {
  rows: number;
  states: Record<RowState, number>;
  dispositions: Record<Disposition, number>;
  outcomes: Record<Outcome, number>;
  autoChanged: number;
  warnings: number;
}

export interface IssueCount {
  code: IssueCode;
  field: string | null;
  severity: Severity;
  count: number;
  firstRow: number;
}

export interface Operation {
  id: number;
  importId: number | null;
  kind: 'commit' | 'edit';
  revision: number | null;
  createdAt: number;
  finishedAt: number | null;
  /** All rows or none. */
  atomic: boolean | null;
}

/** Replaces the plans of some rows after an edit, together with the edit itself. */
export interface EditWrite {
  importId: number;
  /** Refused when the import's revision is another by now. */
  revision: number;
  /** By which the plans were made. */
  mapping: Mapping;
  row: number;
  edits: Record<number, string>;
  excluded: boolean;
  log: { column: number | null; old: string | null; now: string | null }[];
  plans: PlannedRow[];
  /** Keys whose owner changed: key → row that has it now. */
  owners: { key: string; row: number | null }[];
}

/** A customer that was erased, and whose traces are still looked for. */
export interface Erasure {
  id: number;
  identity: Identity;
  /** The import that is looked through next, and the last one. */
  nextImport: number;
  lastImport: number;
}

export interface ImportQuery {
  state?: 'open' | 'committed' | 'failed' | 'cancelled';
  q?: string;
  before?: number;
  limit: number;
}
