import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { addressColumns, customerFields } from '../../../lib/customer/fields';

import { fieldColumns, flag, time } from '../columns';

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
    /** All rows or none; null is no. */
    atomic: flag('atomic'),
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
      index('customers_parent').on(of.parent!).where(sql`parent is not null`),
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

/** Known by class and name. */
export const customerAttributes = sqliteTable(
  'customer_attributes',
  {
    customerId: integer('customer_id').notNull(),
    class: text('class').notNull(),
    name: text('name').notNull(),
    type: text('type').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.class, t.name] })],
);

/** The ledger: what each operation changed, with the customer and its addresses as they were before. */
export const customerChanges = sqliteTable(
  'customer_changes',
  {
    operationId: integer('operation_id').notNull(),
    row: integer('row').notNull(),
    customerId: integer('customer_id').notNull(),
    /** Null for a creation; else `{version, values, addresses, attributes}`. */
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

/** Customers that were erased, and how far the search for their traces has come. */
export const erasures = sqliteTable(
  'erasures',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id').notNull(),
    askedAt: time('asked_at').notNull(),
    /** What the customer is known by, as JSON; null when nothing is left to be found by it. */
    identity: text('identity'),
    /** The import that is looked through next, and the last one there was. */
    nextImport: integer('next_import').notNull(),
    lastImport: integer('last_import').notNull(),
    finishedAt: time('finished_at'),
  },
  (t) => [index('erasures_customer').on(t.customerId), index('erasures_open').on(t.id).where(sql`finished_at is null`)],
);

/** Numbers that are given out once. */
export const sequences = sqliteTable('sequences', {
  name: text('name').primaryKey(),
  next: integer('next').notNull(),
});
