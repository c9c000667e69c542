/** Imports on their way: staging, plans, issues and edits. Texts that hold JSON are plain text columns, so NUL and lone surrogates survive as escapes. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import { flag, time } from '../columns';

export const imports = sqliteTable(
  'imports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    state: text('state').notNull(),
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    /** Folded for search. */
    fileNameKey: text('file_name_key').notNull(),
    fileSize: integer('file_size').notNull(),
    sha256: text('sha256').notNull(),
    fileKey: text('file_key').notNull(),
    /** The file's own key, sealed. */
    fileSecret: text('file_secret').notNull(),
    pauseAtMapping: flag('pause_at_mapping').notNull(),
    intake: text('intake').notNull(),
    choices: text('choices').notNull(),
    facts: text('facts'),
    profiles: text('profiles').notNull(),
    mapping: text('mapping'),
    rows: integer('rows').notNull(),
    revision: integer('revision').notNull(),
    generation: integer('generation').notNull(),
    error: text('error'),
    createdAt: time('created_at').notNull(),
    createdBy: text('created_by'),
    createdById: text('created_by_id'),
    submittedAt: time('submitted_at'),
    finishedAt: time('finished_at'),
    stopRequested: flag('stop_requested').notNull(),
    /** Hidden from then on; a job removes the rest. */
    deletedAt: time('deleted_at'),
    /** Since when its rows, and its file, are not kept any more. */
    rowsRemovedAt: time('rows_removed_at'),
    /** The totals as they were then: JSON. */
    keptTotals: text('kept_totals'),
    /** Since when its file alone is not kept any more, because a customer in it was erased. */
    fileRemovedAt: time('file_removed_at'),
    /** The `Idempotency-Key` that a request came with, and the hash of the request. */
    requestKey: text('request_key'),
    requestHash: text('request_hash'),
  },
  (t) => [
    index('imports_state').on(t.state, t.id),
    // Scheduled requests that wait to be done, of which there may be many among even more that are.
    index('imports_queued').on(t.createdById, t.id).where(sql`state = 'checking' and source = 'bulk_create'`),
    uniqueIndex('imports_request').on(t.createdById, t.requestKey).where(sql`request_key is not null`),
  ],
);

/** Work in progress: a range of rows in a phase with its durable cursor. */
export const importShards = sqliteTable(
  'import_shards',
  {
    importId: integer('import_id').notNull(),
    generation: integer('generation').notNull(),
    phase: text('phase').notNull(),
    fromRow: integer('from_row').notNull(),
    toRow: integer('to_row').notNull(),
    cursor: integer('cursor').notNull(),
    /** Who took it last; empty before that. */
    lease: text('lease').notNull(),
    counters: text('counters').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.generation, t.phase, t.fromRow] })],
);

/** The rows as they are in the file; never changed after reading. `position` counts from 0 without gaps. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    position: integer('position').notNull(),
    cells: text('cells').notNull(),
    faults: text('faults'),
    /** Folded for search; null where all cells are plain, which are searched as they are. */
    search: text('search'),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] }), uniqueIndex('import_rows_position').on(t.importId, t.position)],
);

/** What a person changed, as an overlay: survives reading and mapping anew. */
export const importEdits = sqliteTable(
  'import_edits',
  {
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    edits: text('edits').notNull(),
    excluded: flag('excluded').notNull(),
    /** The texts of the edits, folded for search. */
    search: text('search').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);

export const editLog = sqliteTable(
  'edit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    /** Column index; null when the row was excluded or taken back in. */
    column: integer('column_index'),
    old: text('old'),
    now: text('now'),
    at: time('at').notNull(),
  },
  (t) => [index('edit_log_import').on(t.importId, t.id)],
);

/** Check and plan of each row. Apart from `import_rows`, so that checking inserts instead of rewriting wide rows. */
export const importPlans = sqliteTable(
  'import_plans',
  {
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    state: text('state').notNull(),
    disposition: text('disposition'),
    /** Values, derived keys and addresses, as short as they can be: see `db/store/plan-column.ts`. */
    plan: text('plan').notNull(),
    /** Null when no field was changed on the way in. */
    changed: text('changed'),
    /** Null when there is none, as for a creation. */
    patch: text('patch'),
    keys: text('keys').notNull(),
    target: integer('target'),
    targetVersion: integer('target_version'),
    reservedId: integer('reserved_id'),
    reservedUuid: text('reserved_uuid'),
    message: text('message'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    // Most rows are ok, and nobody asks for those: an entry each would only cost time.
    index('import_plans_state').on(t.importId, t.state, t.row).where(sql`state <> 'ok'`),
    index('import_plans_disposition').on(t.importId, t.disposition, t.row),
    index('import_plans_changed').on(t.importId, t.row).where(sql`changed is not null`),
  ],
);

export const importIssues = sqliteTable(
  'import_issues',
  {
    importId: integer('import_id').notNull(),
    row: integer('row').notNull(),
    seq: integer('seq').notNull(),
    field: text('field'),
    code: text('code').notNull(),
    severity: text('severity').notNull(),
    message: text('message').notNull(),
    suggestion: text('suggestion'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row, t.seq] }),
    index('import_issues_cause').on(t.importId, t.severity, t.code, t.field, t.row),
  ],
);

/** Which rows have which key, to find the same key twice in a file. `owner` marks the row that counts. */
export const importKeys = sqliteTable(
  'import_keys',
  {
    importId: integer('import_id').notNull(),
    key: text('key').notNull(),
    row: integer('row').notNull(),
    repeated: flag('repeated').notNull(),
    owner: flag('owner').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.key, t.row] }),
    index('import_keys_repeated').on(t.importId, t.row).where(sql`repeated = 1`),
    // A key may stand on every row of a file, and have no owner.
    index('import_keys_owner').on(t.importId, t.key).where(sql`owner = 1`),
  ],
);
