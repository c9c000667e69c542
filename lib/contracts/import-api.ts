/**
 * The import API (`/api/v1`): requests and answers as zod schemas. Pages, scripts and the bench use the same shapes.
 * Source: docs/api.md.
 */
import { z } from 'zod';
import { issueCodes } from '../issues';
import { limits } from '../limits';
import { blankRules, dateOrders, delimiters, encodings, matchKeys, modes } from '../mapping';
import { dispositions, importStates, outcomes, rowStates } from '../steps';

const count = z.number().int().nonnegative();
const counts = <K extends string>(keys: readonly [K, ...K[]] | readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, count])) as Record<K, typeof count>);
const value = z.union([z.string(), z.number(), z.null()]);
const flag = z.stringbool().optional();

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
  field: z.string().nullable(),
  reason: z.enum(['name', 'guess', 'person']).optional(),
  confidence: z.number().optional(),
});
export type ColumnView = z.infer<typeof columnView>;

const found = <T extends z.ZodType>(of: T) => z.object({ value: of, evidence: z.string() });
const cell = z.union([z.string(), z.tuple([z.string(), z.string()])]);

export const importView = z.object({
  id: z.number().int().positive(),
  state: z.enum(importStates),
  source: z.enum(['upload', 'api']),
  file: z.object({
    name: z.string(),
    size: count,
    sha256: z.string(),
    format: z.enum(['csv', 'xlsx']).nullable(),
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
  /** Rises with every edit, exclusion and new plan. */
  revision: count,
  createdAt: z.iso.datetime(),
  startedCommitAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  createdBy: z.string().nullable(),
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

export const issueView = z.object({
  field: z.string().nullable(),
  code: z.enum(issueCodes as [(typeof issueCodes)[number], ...(typeof issueCodes)[number][]]),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  suggestion: z.string().optional(),
});

export const rowView = z.object({
  row: z.number().int().positive(),
  state: z.enum(rowStates),
  disposition: z.enum(dispositions).nullable(),
  /** Texts by column index, edits in place. */
  cells: z.array(z.string()),
  /** Column indexes whose text a person changed. */
  edited: z.array(count),
  /** Checked values; only fields that say something. */
  values: z.record(z.string(), value),
  issues: z.array(issueView),
  /** Fields changed on the way in, other than by form: the check's value differs from the cell. */
  changed: z.array(z.string()),
  /** For updates: field → [old, new]. For creates: field → [null, new]. */
  patch: z.record(z.string(), z.tuple([value, value])),
  /** The customer the plan found, or the one that was written. */
  customerId: z.number().int().nullable(),
  outcome: z.enum(outcomes).optional(),
  /** Why the row is skipped, in conflict or failed. */
  message: z.string().optional(),
});
export type RowView = z.infer<typeof rowView>;

/** Filters of the rows; the same for list, next and report page. */
export const rowFilter = z.object({
  state: z.enum(rowStates).optional(),
  disposition: z.enum(dispositions).optional(),
  /** `skipped` holds excluded and ruled-out rows; `behind` everything that is neither create nor update. */
  standing: z.enum(['skipped', 'behind', 'auto-changed', 'warnings']).optional(),
  issue: z.enum(issueCodes as [(typeof issueCodes)[number], ...(typeof issueCodes)[number][]]).optional(),
  /** With `issue`: only where it stands on this field; `-` for the whole row. */
  field: z.string().max(100).optional(),
  outcome: z.enum(outcomes).optional(),
  q: z.string().max(200).optional(),
});
export type RowFilter = z.infer<typeof rowFilter>;

export const rowsQuery = rowFilter.extend({
  offset: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(limits.windowRows).default(100),
});
export const rowsAnswer = z.object({ total: count, rows: z.array(rowView) });
export type RowsAnswer = z.infer<typeof rowsAnswer>;

/** `GET …/rows/next`: the next row in the filter with an error (or `state`), after or before a row. */
export const nextQuery = rowFilter.extend({
  from: z.coerce.number().int().nonnegative().default(0),
  back: flag,
});
/** `offset` is the row's place inside the filter; `field` the first field with an error, null for the whole row. */
export const nextAnswer = z.object({ row: count, offset: count, field: z.string().nullable() }).nullable();
export type NextAnswer = z.infer<typeof nextAnswer>;

const text = z.string().max(limits.cellChars);
export const patchRow = z
  .strictObject({
    /** field → text as typed. */
    values: z.record(z.string().max(100), text).optional(),
    /** field → the text the person saw; refused with 409 where it differs by now. */
    was: z.record(z.string().max(100), text).optional(),
    excluded: z.boolean().optional(),
  })
  .refine((body) => body.values !== undefined || body.excluded !== undefined, 'Give values or excluded.');
export type PatchRow = z.infer<typeof patchRow>;
export const patchAnswer = z.object({
  row: rowView,
  /** Other rows that were planned again with this one, because they share a key. */
  alsoChanged: z.array(count),
  totals: totalsView,
  revision: count,
});
export type PatchAnswer = z.infer<typeof patchAnswer>;

/** `GET …/issues`: issues by cause, errors first, most first. */
export const issueGroup = z.object({
  code: issueView.shape.code,
  field: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  count,
  firstRow: count,
});
export type IssueGroup = z.infer<typeof issueGroup>;

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
export const importsAnswer = z.object({ imports: z.array(importView), nextCursor: z.string().nullable() });

/** What submitting will do to existing customers, per field. Set: blank → value. */
export const planSummary = z.object({
  fields: z.array(z.object({ field: z.string(), set: count, changed: count, cleared: count })),
});
export type PlanSummary = z.infer<typeof planSummary>;

/** The answer of submitting, from the server action and from `POST …/commit`. */
export type SubmitAnswer =
  | {
      status: 'committed';
      operation: number;
      totals: TotalsView;
      rows: { row: number; outcome: string; customerId?: number; changed: string[]; message?: string }[];
    }
  | { status: 'started'; operation: number }
  | { status: 'refused'; reason: 'stale' | 'wrong_state'; totals: TotalsView };

export const addressView = z.object({
  number: count,
  type: z.string(),
  isDefault: z.boolean(),
  values: z.record(z.string(), value),
});
export const customerView = z.object({
  id: z.number().int(),
  uuid: z.string(),
  version: count,
  /** Every field of the customer itself, by name. */
  values: z.record(z.string(), value),
  addresses: z.array(addressView),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastChange: z
    .object({
      kind: z.enum(['import', 'edit']),
      importId: z.number().nullable(),
      name: z.string(),
      row: z.number().nullable(),
      created: z.boolean(),
    })
    .nullable(),
});
export type CustomerView = z.infer<typeof customerView>;

export const changeView = z.object({
  operation: z.number().int(),
  kind: z.enum(['import', 'edit']),
  created: z.boolean(),
  importId: z.number().int().nullable(),
  fileName: z.string().nullable(),
  row: z.number().int().nullable(),
  at: z.iso.datetime(),
  patch: z.record(z.string(), z.tuple([value, value])),
});
export type ChangeView = z.infer<typeof changeView>;

export const customersQuery = z.object({
  q: z.string().max(200).optional(),
  sort: z.enum(['lastChange', 'debtorId', 'name', 'company', 'email']).default('lastChange'),
  order: z.enum(['asc', 'desc']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const customersAnswer = z.object({ customers: z.array(customerView), nextCursor: z.string().nullable() });

/** `PATCH /customers/{id}`: field → text as typed, null clears; `version` is the one the person saw (409 where it differs). */
export const patchCustomer = z.strictObject({
  version: count,
  values: z.record(z.string().max(100), z.string().max(limits.cellChars).nullable()),
});

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
