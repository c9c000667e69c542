import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { time } from '../columns';

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

/** Signs of life of the workers. */
export const workers = sqliteTable('workers', {
  id: text('id').primaryKey(),
  seenAt: time('seen_at').notNull(),
});
