import { desc, sql } from 'drizzle-orm';
import type { Job, JobKind } from '../../lib/records';
import type { JobStore } from '../../lib/store';
import type { Engine } from '../engine';

export const jobStore = (engine: Engine): JobStore => ({
  async claimJob(owner, leaseMs) {
    const now = Date.now();
    // Looked for without the write lock first: an idle worker asks many times a second.
    const [free] = (await engine.rows(
      sql`select id from jobs where free_at <= ${now} order by id limit 1`,
    )) as number[][];
    if (!free) return null;
    const written = await engine.writeAll([
      {
        statement: sql`update jobs set owner = ${owner}, free_at = ${now + leaseMs}, attempts = attempts + 1
          where id = ${free[0]} and free_at <= ${now} returning id, kind, import_id, generation, attempts`,
        expect: 1,
      },
    ]);
    const row = written?.[0]?.rows[0];
    if (!row) return null;
    const [id, kind, importId, generation, attempts] = row as [number, JobKind, number, number, number];
    return { id, kind, importId, generation, attempts } satisfies Job;
  },

  async renewJob(job, owner, leaseMs) {
    const written = await engine.writeAll([
      {
        statement: sql`update jobs set free_at = ${Date.now() + leaseMs} where id = ${job.id} and owner = ${owner}`,
        expect: 1,
      },
    ]);
    return written !== null;
  },

  async finishJob(job, owner) {
    await engine.writeAll([{ statement: sql`delete from jobs where id = ${job.id} and owner = ${owner}` }]);
  },

  async releaseJob(job, owner, delayMs) {
    await engine.writeAll([
      {
        statement: sql`update jobs set owner = null, free_at = ${Date.now() + delayMs} where id = ${job.id} and owner = ${owner}`,
      },
    ]);
  },

  async beat(worker) {
    await engine.writeAll([
      {
        statement: sql`insert into workers (id, seen_at) values (${worker}, ${Date.now()})
          on conflict (id) do update set seen_at = excluded.seen_at`,
      },
      { statement: sql`delete from workers where seen_at < ${Date.now() - 86_400_000}` },
    ]);
  },

  async lastBeat() {
    const { workers } = engine.tables;
    const [row] = await engine.db.select().from(workers).orderBy(desc(workers.seenAt)).limit(1);
    return row?.seenAt ?? null;
  },
});
