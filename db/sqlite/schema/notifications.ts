/** What happened while nobody looked, and what of it each person has read. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { time } from '../columns';

/** Kind and import: names and numbers are read from the import when they are shown. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    importId: integer('import_id').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [index('notifications_import').on(t.importId), index('notifications_created').on(t.createdAt, t.id)],
);

/** Up to which notification a person has read all of them. */
export const notificationMarks = sqliteTable('notification_marks', {
  personId: text('person_id').primaryKey(),
  upTo: integer('up_to').notNull(),
});

/** Those behind the mark that a person has read one by one. */
export const notificationReads = sqliteTable(
  'notification_reads',
  {
    personId: text('person_id').notNull(),
    notificationId: integer('notification_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.notificationId] }),
    index('notification_reads_notification').on(t.notificationId),
  ],
);
