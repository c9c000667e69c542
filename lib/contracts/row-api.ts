/** The import API: rows, edits and issues. */
import { z } from 'zod';
import { issueCodes } from '../issues';
import { limits } from '../limits';
import { dispositions, outcomes, rowStates } from '../steps';
import { totalsView } from './import-api';
import { count, value } from './parts';

const flag = z.stringbool().optional();

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

/** `GET …/report?format=json` */
export const reportView = z.object({
  import: z.object({ id: count, fileName: z.string(), headers: z.array(z.string()) }),
  rows: z.array(rowView),
});

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

/** What submitting will do to existing customers, per field. Set: blank → value. */
export const planSummary = z.object({
  fields: z.array(z.object({ field: z.string(), set: count, changed: count, cleared: count })),
});

export type PlanSummary = z.infer<typeof planSummary>;
