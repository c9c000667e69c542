/**
 * The import API (`/api/v1`): requests and answers as zod schemas. Pages, scripts and the bench use the same shapes.
 * Source: docs/api.md.
 */
import { z } from 'zod';
import { importSources } from '../import-store';
import { limits } from '../limits';
import { blankRules, dateOrders, delimiters, encodings, matchKeys, modes } from '../mapping';
import { dispositions, importStates, outcomes, rowStates } from '../steps';

import { cell, count, counts, found, planQuery } from './parts';

/** How an import stands: rows by state, by disposition and, after the commit, by outcome. */
export const totalsView = z.object({
  rows: count,
  states: counts(rowStates),
  dispositions: counts(dispositions),
  /** All zero before the commit. */
  outcomes: counts(outcomes),
  /** Rows with at least one cell changed automatically. */
  autoChanged: count,
  /** Rows with a warning, whatever else they count as (excluded rows and rows with errors left out). */
  warnings: count,
});

export type TotalsView = z.infer<typeof totalsView>;

export const columnView = z.object({
  index: count,
  header: z.string(),
  samples: z.array(z.string()),
  filled: count,
  blank: count,
  /** Its values are sensitive: they are kept sealed, and shown by their last characters. */
  protected: z.boolean(),
  /** Values that only one order of day and month allows, and those that both allow. */
  dates: z.object({ dmy: count, mdy: count, ymd: count, ambiguous: count }),
  field: z.string().nullable(),
  reason: z.enum(['name', 'guess', 'person']).optional(),
  confidence: z.number().optional(),
});

export type ColumnView = z.infer<typeof columnView>;

export const importView = z.object({
  id: z.number().int().positive(),
  state: z.enum(importStates),
  source: z.enum(importSources),
  file: z.object({
    name: z.string(),
    size: count,
    sha256: z.string(),
    /** `json` for the request of a bulk contract. */
    format: z.enum(['csv', 'xlsx', 'json']).nullable(),
    encoding: z.enum(encodings).nullable(),
    delimiter: z.enum(delimiters).nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    headerRow: count.nullable(),
  }),
  options: z.object({
    matchKey: z.enum(matchKeys).nullable(),
    mode: z.enum(modes),
    blank: z.enum(blankRules),
    dateOrder: z.enum(dateOrders).nullable(),
    sourceSystem: z.string().nullable(),
  }),
  columns: z.array(columnView),
  totals: totalsView,
  progress: z.object({
    phase: z.enum(['reading', 'checking', 'committing']).nullable(),
    done: count,
    /** Null while unknown. For reading: bytes; otherwise rows. */
    total: count.nullable(),
  }),
  /** It is read once more with a column protected, and goes on to the check by itself. */
  protecting: z.boolean(),
  /** Rises with every edit, exclusion and new plan. */
  revision: count,
  createdAt: z.iso.datetime(),
  startedCommitAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  createdBy: z.string().nullable(),
  /** Since when rows and file are not kept any more, as the retention setting says; null while they are. */
  rowsRemovedAt: z.iso.datetime().nullable(),
  /** One sentence with the remedy, when the state is failed. */
  error: z.string().optional(),
});

export type ImportView = z.infer<typeof importView>;

/** What was found in the file, with evidence and the top of the sheet: for the Upload page. */
export const intakeView = z.object({
  encoding: found(z.enum(encodings)).extend({ doubtful: z.boolean() }).nullable(),
  delimiter: found(z.enum(delimiters)).nullable(),
  sheet: found(z.string()).nullable(),
  headerRow: found(count),
  dateOrder: z.object({ value: z.enum(dateOrders).nullable(), evidence: z.string() }),
  preview: z.array(z.object({ row: count, cells: z.array(cell) })),
  notices: z.array(z.string()),
});

export type IntakeView = z.infer<typeof intakeView>;

export const putMapping = z.strictObject({
  columns: z
    .array(z.looseObject({ index: count.max(limits.columns - 1), field: z.string().max(100).nullable() }))
    .max(limits.columns),
  matchKey: z.enum(matchKeys),
  mode: z.enum(modes).default('upsert'),
  blank: z.enum(blankRules).default('keep'),
  dateOrder: z.enum(dateOrders).nullable().optional(),
  /** Constants by field; `sourceSystem` is the only one so far. */
  defaults: z.strictObject({ sourceSystem: z.string().max(100).nullable().optional() }).default({}),
});

export type PutMapping = z.infer<typeof putMapping>;

/** `PUT …/intake`: read the file anew with what a person switched. `?plan=1` only lists what would be lost. */
export const putIntake = z.strictObject({
  sheet: z.string().max(200).optional(),
  headerRow: count.max(limits.rows).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  dateOrder: z.enum(dateOrders).optional(),
});

export type PutIntake = z.infer<typeof putIntake>;

/** `DELETE /imports/{id}?plan=1` */
export const cancelPlan = z.object({ would: z.enum(['cancelled', 'stopping', 'deleted']) });

export type CancelPlan = z.infer<typeof cancelPlan>;

export const intakePlan = z.object({
  lost: z.array(z.object({ row: count, column: z.string().nullable(), text: z.string() })),
});

export const uploadQuery = z.object({
  fileName: z.string().min(1).max(1000),
  sheet: z.string().max(200).optional(),
  headerRow: z.coerce.number().int().nonnegative().optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  matchKey: z.enum(matchKeys).optional(),
  mode: z.enum(modes).optional(),
  blank: z.enum(blankRules).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  sourceSystem: z.string().max(100).optional(),
  /** `mapping`: stop there, so that a person can look at what was found and at the mapping (the pages do this). */
  until: z.enum(['mapping']).optional(),
});

export const importsQuery = z.object({
  state: z.enum(['open', 'committed', 'failed', 'cancelled']).optional(),
  q: z.string().max(200).optional(),
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const reportQuery = z.object({
  format: z.enum(['csv', 'xlsx', 'json']).default('csv'),
  rows: z.enum(['all', 'failed']).default('all'),
});

export const importsAnswer = z.object({ imports: z.array(importView), nextCursor: z.string().nullable() });

export const commitQuery = z.object({
  revision: z.coerce.number().int().positive().optional(),
  /** All rows or none. */
  atomic: z.enum(['0', '1']).optional(),
  ...planQuery.shape,
});

const committedRow = z.object({
  row: count,
  outcome: z.string(),
  customerId: z.number().int().optional(),
  /** Fields. */
  changed: z.array(z.string()),
  message: z.string().optional(),
});

/** The answer of `POST …/commit`. */
export const submittedView = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('committed'),
    operation: count,
    totals: totalsView,
    rows: z.array(committedRow),
  }),
  z.object({ status: z.literal('started'), operation: count }),
]);

/** The answer of submitting, from the server action and from `POST …/commit`. */
export type SubmitAnswer =
  | z.infer<typeof submittedView>
  | { status: 'refused'; reason: 'stale' | 'wrong_state' | 'has_errors' | 'too_many_rows'; totals: TotalsView };

/** RFC 9457 problem document. `code` is stable, `detail` is for a person. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  problems: z.array(z.string()).optional(),
});

export type Problem = z.infer<typeof problem>;
