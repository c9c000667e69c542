/** What is stored of rows, as the core sees it: shapes only, the same on every engine. */

import type { Value } from './customer/fields';
import type { AddressTarget, DerivedKeys, ListTargets, Patch } from './customer-records';
import type { Severity } from './issue-catalogue';
import type { Issue, IssueCode } from './issues';
import type { Mapping } from './mapping';
import type { Cell, Fault } from './row';
import type { Disposition, Outcome, RowState } from './steps';

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
