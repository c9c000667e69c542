import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { time } from '../columns';

/** Signs of life of the workers. */
export const workers = sqliteTable('workers', {
  id: text('id').primaryKey(),
  seenAt: time('seen_at').notNull(),
});
