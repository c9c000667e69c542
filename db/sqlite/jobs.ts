/** The work queue as a table. */
import { type SQL, sql } from 'drizzle-orm';
import { mostAttempts, ownLease, pauseAfter } from '../../lib/attempts';
import type { Job, JobKind, JobStore } from '../../lib/job-store';
import type { Engine, Put } from '../engine';
import type { Write } from '../write';

/** What the transaction made last: nobody else writes meanwhile, and numbers only grow. */
export const made = (table: 'imports' | 'operations'): SQL => sql`(select max(id) from ${sql.identifier(table)})`;

/** A job for the transaction of the change that needs it. */
export function putInLine({ kind, importId, fromRow = 1, owner }: Put): Write {
  const of = importId === null ? made('imports') : sql`${importId}`;
  return {
    statement: sql`insert into jobs (kind, import_id, generation, from_row, attempts, owner, free_at)
      values (${kind}, ${of}, coalesce((select generation from imports where id = ${of}), 0),
        ${fromRow}, 0, ${owner ?? null}, ${Date.now() + (owner ? ownLease : 0)})`,
  };
}

export const withoutJob = (kind: JobKind, importId: number): Write[] => [
  { statement: sql`delete from jobs where import_id = ${importId} and kind = ${kind} and owner is null` },
];

const columns = sql`id, kind, import_id, generation, from_row, attempts`;

/** @param leaseMs how long a job is its owner's without being renewed */
export function sqliteJobs({ rows, writeAll }: Pick<Engine, 'rows' | 'writeAll'>, leaseMs: number): JobStore {
  const write = async (statement: SQL) => (await writeAll([{ statement, expect: 1 }]))?.[0];
  const mine = (job: Job, owner: string) => sql`id = ${Number(job.id)} and owner = ${owner}`;
  return {
    async claimJob(owner) {
      const now = Date.now();
      // Looked for without the write lock first: an idle worker asks many times a second.
      const [free] = (await rows(sql`select id from jobs where free_at <= ${now} order by id limit 1`)) as number[][];
      if (!free) return null;
      const written =
        await write(sql`update jobs set owner = ${owner}, free_at = ${now + leaseMs}, attempts = attempts + 1
        where id = ${free[0]} and free_at <= ${now} returning ${columns}`);
      return written ? jobOf(written.rows[0] as JobRow, leaseMs) : null;
    },

    renewJob: async (job, owner) =>
      (await write(sql`update jobs set free_at = ${Date.now() + leaseMs} where ${mine(job, owner)}`)) !== undefined,

    async finishJob(job, owner) {
      await write(sql`delete from jobs where ${mine(job, owner)}`);
    },

    async releaseJob(job, owner, delayMs) {
      await write(sql`update jobs set owner = null, free_at = ${Date.now() + delayMs}, attempts = attempts - 1
        where ${mine(job, owner)}`);
    },

    async failJob(job, owner) {
      const pause = job.attempts < mostAttempts[job.kind] ? pauseAfter(job.attempts) : 0;
      await write(sql`update jobs set owner = null, free_at = ${Date.now() + pause} where ${mine(job, owner)}`);
    },

    async dropJob(owner) {
      await write(sql`delete from jobs where owner = ${owner}`);
    },
  };
}

type JobRow = [number, JobKind, number, number, number, number];

const jobOf = ([id, kind, importId, generation, fromRow, attempts]: JobRow, leaseMs: number): Job => ({
  id: String(id),
  kind,
  importId,
  generation,
  fromRow,
  attempts,
  leaseMs,
  dead: attempts > mostAttempts[kind],
});
