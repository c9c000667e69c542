/** Calls that came with an `Idempotency-Key` and made no import, and what they were answered. */
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

import { time } from '../columns';

export const keyedAnswers = sqliteTable(
  'keyed_answers',
  {
    callerId: text('caller_id').notNull(),
    /** Sealed, as are the hash and the answer. */
    requestKey: text('request_key').notNull(),
    requestHash: text('request_hash').notNull(),
    /** Who is at work on it. */
    owner: text('owner').notNull(),
    claimedAt: time('claimed_at').notNull(),
    answeredAt: time('answered_at'),
    /** Null before it is there, and after a customer was erased: it may be about that customer. */
    answer: text('answer'),
  },
  (t) => [primaryKey({ columns: [t.callerId, t.requestKey] }), index('keyed_answers_claimed').on(t.claimedAt)],
);
