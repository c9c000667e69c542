import { and, eq, lt, sql } from 'drizzle-orm';
import type { AnswerStore, KeyedCall } from '../../lib/answers';
import type { Engine } from '../engine';
import type { Write } from '../write';

export function answerStore(engine: Engine): AnswerStore {
  const { keyedAnswers, imports } = engine.tables;
  const of = ({ callerId, key }: KeyedCall, owner: string) =>
    and(eq(keyedAnswers.callerId, callerId), eq(keyedAnswers.requestKey, key), eq(keyedAnswers.owner, owner));
  return {
    async claimKey({ callerId, key, hash }, owner, staleMs) {
      const taken = await engine.db
        .select({ id: imports.id })
        .from(imports)
        .where(and(eq(imports.createdById, callerId), eq(imports.requestKey, key)));
      if (taken.length > 0) return 'other';
      const now = Date.now();
      const written = await engine.writeAll([
        {
          statement: sql`insert into keyed_answers (caller_id, request_key, request_hash, owner, claimed_at)
            values (${callerId}, ${key}, ${hash}, ${owner}, ${now})
            on conflict (caller_id, request_key) do update set owner = excluded.owner, claimed_at = excluded.claimed_at
            where keyed_answers.answered_at is null and keyed_answers.request_hash = excluded.request_hash
              and keyed_answers.claimed_at < ${now - staleMs}`,
          expect: 1,
        },
      ]);
      if (written !== null) return 'claimed';
      const [held] = await engine.db
        .select()
        .from(keyedAnswers)
        .where(and(eq(keyedAnswers.callerId, callerId), eq(keyedAnswers.requestKey, key)));
      // It was given up in between: whoever asks again has it.
      if (!held) return 'running';
      if (held.requestHash !== hash) return 'other';
      if (held.answeredAt === null) return 'running';
      return held.answer === null ? 'removed' : { answer: held.answer };
    },

    async keepAnswer(call, owner, answer) {
      const kept = { answeredAt: Date.now(), answer };
      await engine.writeAll([{ statement: engine.db.update(keyedAnswers).set(kept).where(of(call, owner)) }]);
    },

    async giveUpKey(call, owner) {
      await engine.writeAll([{ statement: engine.db.delete(keyedAnswers).where(of(call, owner)) }]);
    },

    async forgetAnswers(before) {
      await engine.writeAll([{ statement: engine.db.delete(keyedAnswers).where(lt(keyedAnswers.claimedAt, before)) }]);
    },
  };
}

/** Removes all answers: they are sealed, and nobody can tell which of them are about a customer. */
export const removeAnswers = (): Write => ({
  statement: sql`update keyed_answers set answer = null where answer is not null`,
});
