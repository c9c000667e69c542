/** Imports as they are stored, and the port to them. */
import type { NewJob } from './job-store';
import type { BlankRule, ColumnProfile, FileFacts, IntakeOptions, Mapping, MatchKey, Mode } from './mapping';
import type { ImportState } from './steps';

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
    | 'finishedAt'
    | 'submittedAt'
    | 'pauseAtMapping'
  >
>;

export interface ImportQuery {
  state?: 'open' | 'committed' | 'failed' | 'cancelled';
  q?: string;
  before?: number;
  limit: number;
}

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
