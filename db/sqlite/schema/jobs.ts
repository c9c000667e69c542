import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { time } from '../columns';

/** The work queue; PostgreSQL has one of its own. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    importId: integer('import_id').notNull(),
    generation: integer('generation').notNull(),
    /** The shard, by its first row. */
    fromRow: integer('from_row').notNull(),
    attempts: integer('attempts').notNull(),
    owner: text('owner'),
    /** Free to be taken from this time on. */
    freeAt: time('free_at').notNull(),
  },
  (t) => [index('jobs_free').on(t.freeAt, t.id)],
);
