/** The tables on SQLite. Texts that hold JSON are plain text columns, so NUL and lone surrogates survive as escapes. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { addressColumns, customerFields } from '../../lib/customer/fields';

/** Milliseconds since 1970, UTC. */
const time = (name: string) => integer(name);
const flag = (name: string) => integer(name, { mode: 'boolean' });

/** One column per field of the list: whole numbers as integers, everything else as text. */
const fieldColumns = (list: readonly { column: string; kind: string }[]) =>
  Object.fromEntries(
    list.map((field) => [field.column, field.kind === 'integer' ? integer(field.column) : text(field.column)]),
  );

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
    submittedAt: time('submitted_at'),
    finishedAt: time('finished_at'),
    stopRequested: flag('stop_requested').notNull(),
    /** Hidden from then on; a job removes the rest. */
    deletedAt: time('deleted_at'),
  },
  (t) => [index('imports_state').on(t.state, t.id)],
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
    lease: text('lease'),
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
    search: text('search').notNull(),
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
    warned: flag('warned').notNull(),
    autoChanged: flag('auto_changed').notNull(),
    values: text('checked').notNull(),
    changed: text('changed').notNull(),
    patch: text('patch').notNull(),
    keys: text('keys').notNull(),
    /** The match key's canonical text, for the conflict check at commit. */
    matchValue: text('match_value'),
    target: integer('target'),
    targetVersion: integer('target_version'),
    reservedId: integer('reserved_id'),
    reservedUuid: text('reserved_uuid'),
    addresses: text('addresses').notNull(),
    derived: text('derived'),
    message: text('message'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    index('import_plans_state').on(t.importId, t.state, t.row),
    index('import_plans_disposition').on(t.importId, t.disposition, t.row),
    index('import_plans_warned').on(t.importId, t.row).where(sql`warned = 1`),
    index('import_plans_auto_changed').on(t.importId, t.row).where(sql`auto_changed = 1`),
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
  ],
);

/** A commit, or an edit by hand: everything that writes customers is an operation. */
export const operations = sqliteTable(
  'operations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    importId: integer('import_id'),
    kind: text('kind').notNull(),
    /** 1 for the first operation of an import. */
    number: integer('number').notNull(),
    revision: integer('revision'),
    createdAt: time('created_at').notNull(),
    finishedAt: time('finished_at'),
  },
  (t) => [uniqueIndex('operations_import').on(t.importId, t.number)],
);

/** One outcome per row and operation. Narrow on purpose. */
export const importOutcomes = sqliteTable(
  'import_outcomes',
  {
    operationId: integer('operation_id').notNull(),
    row: integer('row').notNull(),
    outcome: text('outcome').notNull(),
    customerId: integer('customer_id'),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.operationId, t.row] }),
    index('import_outcomes_outcome').on(t.operationId, t.outcome, t.row),
  ],
);

export const customers = sqliteTable(
  'customers',
  {
    id: integer('id').primaryKey(),
    uuid: text('uuid').notNull(),
    version: integer('version').notNull(),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
    /** The operation and the row that changed it last. */
    operationId: integer('operation_id').notNull(),
    operationRow: integer('operation_row').notNull(),
    emailKey: text('email_key'),
    nameKey: text('name_key').notNull(),
    companyKey: text('company_key'),
    search: text('search').notNull(),
    ...fieldColumns(customerFields.filter((field) => field.name !== 'id')),
  } as const,
  (t) => {
    const of = t as unknown as Record<string, typeof t.uuid>;
    return [
      uniqueIndex('customers_uuid').on(t.uuid),
      uniqueIndex('customers_source').on(of.source_system!, of.source_system_id!),
      index('customers_email').on(t.emailKey),
      index('customers_debtor').on(of.debtor_id!),
      index('customers_updated').on(t.updatedAt, t.id),
    ];
  },
);

export const customerAddresses = sqliteTable(
  'customer_addresses',
  {
    customerId: integer('customer_id').notNull(),
    /** The address's own number among the customer's; `number` is the house number. */
    addressNumber: integer('address_number').notNull(),
    type: text('type').notNull(),
    isDefault: flag('is_default').notNull(),
    ...fieldColumns(addressColumns),
  } as const,
  (t) => [primaryKey({ columns: [t.customerId, t.addressNumber] })],
);

/** The ledger: what each operation changed, with the customer and its addresses as they were before. */
export const customerChanges = sqliteTable(
  'customer_changes',
  {
    operationId: integer('operation_id').notNull(),
    row: integer('row').notNull(),
    customerId: integer('customer_id').notNull(),
    /** Null for a creation; else `{version, values, addresses}`. */
    before: text('before'),
    /** Null for a creation: all it set is in the customer or in the next before-image. */
    patch: text('patch'),
    at: time('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.operationId, t.row] }),
    index('customer_changes_customer').on(t.customerId, t.operationId),
  ],
);

export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    importId: integer('import_id').notNull(),
    generation: integer('generation').notNull(),
    attempts: integer('attempts').notNull(),
    owner: text('owner'),
    /** Free to be taken from this time on. */
    freeAt: time('free_at').notNull(),
  },
  (t) => [index('jobs_free').on(t.freeAt, t.id)],
);

/** Numbers that are given out once. */
export const sequences = sqliteTable('sequences', {
  name: text('name').primaryKey(),
  next: integer('next').notNull(),
});

/** Signs of life of the workers. */
export const workers = sqliteTable('workers', {
  id: text('id').primaryKey(),
  seenAt: time('seen_at').notNull(),
});
