/** The work queue on PostgreSQL: pg-boss, over our own connections. See docs/decisions/jobs.md. */
import type pg from 'pg';
import { type CommandResponse, type ConstructorOptions, type Db, type JobWithMetadata, PgBoss } from 'pg-boss';
import { longestPause, mostAttempts, ownLease } from '../../lib/attempts';
import type { Job, JobKind, JobStore, NewJob } from '../../lib/job-store';
import type { Put } from '../engine';

/** Jobs that wait or are being done, and those that failed too often. */
const line = 'import-desk';
const deadLine = 'import-desk-dead';

/** Seconds. Someone else gets a job that was not renewed for so long: the least that pg-boss takes. */
const lease = 10;
/** A job may take and wait longer than pg-boss would let it by default. */
const limits = { expireInSeconds: 12 * 3600, retentionSeconds: 365 * 24 * 3600 };
const pauses = { retryDelay: 1, retryBackoff: true, retryDelayMax: longestPause / 1000 };
/** How often leases that ended are looked for, in ms; one of all processes does it. */
const overseeEvery = 2000;
/** pg-boss knows no attempts without end. */
const forever = 1_000_000;

interface JobData {
  kind: JobKind;
  importId: number;
  generation: number;
  fromRow: number;
}

type Client = Pick<pg.ClientBase, 'query'>;

const over = (client: Client): Db => ({
  executeSql: (text, values) => client.query(text, values as unknown[]),
});

/** No timers of its own: a worker that asks for work oversees the queue, and a web server only puts jobs in line. */
const plain: ConstructorOptions = {
  supervise: false,
  schedule: false,
  superviseIntervalSeconds: 2,
  monitorIntervalSeconds: 2,
};

/** Brings the queue's own tables to the version of the library, and makes the queues. Under the lock of the migration. */
export async function migrateJobs(client: Client): Promise<void> {
  const boss = listening(new PgBoss({ ...plain, db: over(client), migrate: true }));
  await boss.start();
  for (const name of [deadLine, line]) {
    const options = {
      ...limits,
      ...pauses,
      heartbeatSeconds: lease,
      ...(name === line ? { deadLetter: deadLine } : {}),
    };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
  await boss.stop({ graceful: false, close: false });
}

/** Errors come to whoever asks; without a listener the event would end the process. */
function listening(boss: PgBoss): PgBoss {
  boss.on('error', () => undefined);
  return boss;
}

export interface PostgresJobs extends JobStore {
  /** Must have been awaited before a transaction puts jobs in line: what pg-boss reads first, it reads beside it. */
  ready(): Promise<unknown>;
  /**
   * Puts jobs in line within the transaction of a client.
   * @param generationOf an import, where it need not be looked up
   */
  put(client: Client, jobs: (Put & { importId: number })[], generationOf?: (id: number) => number): Promise<void>;
  stop(): Promise<void>;
}

export function postgresJobs(pool: pg.Pool): PostgresJobs {
  let started: Promise<PgBoss> | undefined;
  let overseen = 0;
  const ready = () => {
    started ??= listening(new PgBoss({ ...plain, db: over(pool as unknown as Client), migrate: false })).start();
    // Asked again next time: the database may only be away for a moment.
    started.catch(() => {
      started = undefined;
    });
    return started;
  };
  const take = async (boss: PgBoss, name: string) => {
    const [job] = await boss.fetch<JobData>(name, { includeMetadata: true });
    return job ? jobOf(job, name === deadLine) : null;
  };
  return {
    ready,

    async put(client, jobs, generationOf) {
      if (jobs.length === 0) return;
      const boss = await ready();
      const of = generationOf ?? (await readGenerations(client, jobs));
      const list = jobs.map(({ kind, importId, fromRow = 1, owner }) => {
        const data: JobData = { kind, importId, generation: of(importId), fromRow };
        return { data, ...ranked(data), ...(owner ? { id: owner, startAfter: ownLease / 1000 } : {}) };
      });
      await boss.insert(line, list, { db: over(client) });
    },

    async claimJob() {
      const boss = await ready();
      if (Date.now() - overseen > overseeEvery) {
        overseen = Date.now();
        await boss.supervise();
        const dead = await take(boss, deadLine);
        if (dead) return dead;
      }
      return take(boss, line);
    },

    async renewJob(job) {
      return affected(await (await ready()).touch(lineOf(job), attemptOf(job))) === 1;
    },

    async finishJob(job) {
      await (await ready()).complete(lineOf(job), attemptOf(job));
    },

    /** As a new job, so that it does not count as an attempt. */
    async releaseJob(job, _owner, delayMs) {
      const boss = await ready();
      await within(pool, async (client) => {
        const db = over(client);
        const settled = await boss.complete(line, attemptOf(job), { givenBack: true }, { db });
        const { kind, importId, generation, fromRow } = job;
        const data: JobData = { kind, importId, generation, fromRow };
        if (affected(settled) === 1) await boss.send(line, data, { startAfter: delayMs / 1000, ...ranked(data), db });
      });
    },

    async failJob(job, _owner, error) {
      await (await ready()).fail(lineOf(job), attemptOf(job), { error });
    },

    async dropJob(owner) {
      await (await ready()).deleteJob(line, owner);
    },

    async stop() {
      const boss = await started?.catch(() => undefined);
      await boss?.stop({ graceful: false, close: false });
    },
  };
}

async function readGenerations(client: Client, jobs: { importId: number }[]): Promise<(id: number) => number> {
  const { rows } = await client.query<{ id: string; generation: string }>(
    'select id, generation from imports where id = any($1)',
    [jobs.map(({ importId }) => importId)],
  );
  const generations = new Map(rows.map(({ id, generation }) => [Number(id), Number(generation)]));
  return (id) => generations.get(id) ?? 0;
}

/** Jobs that wait or were being done, oldest first, without those of an older generation, which nobody would do any more. */
export async function readOpenJobs(client: Client): Promise<NewJob[]> {
  const { rows } = await client.query<[JobKind, string, string]>({
    text: `select j.data->>'kind', j.data->>'importId', j.data->>'fromRow' from pgboss.job j
      join imports i on i.id = (j.data->>'importId')::bigint and i.generation = (j.data->>'generation')::bigint
      where j.name = any($1) and j.state in ('created', 'retry', 'active') order by j.created_on, j.id`,
    values: [[line, deadLine]],
    rowMode: 'array',
  });
  const open = rows.map(([kind, importId, fromRow]) => ({
    kind,
    importId: Number(importId),
    fromRow: Number(fromRow),
  }));
  // One job does all erasures, and belongs to no import.
  const erasures = await client.query('select 1 from erasures where finished_at is null limit 1');
  return erasures.rowCount ? [...open, eraseJob] : open;
}

const eraseJob: NewJob = { kind: 'erase', importId: 0 };

/** Takes all jobs out of line, also those that are done. */
export const clearJobs = async (client: Client): Promise<void> =>
  void (await client.query('delete from pgboss.job where name = any($1)', [[line, deadLine]]));

/** How many jobs a call settled; the library's type leaves that out. */
const affected = (response: CommandResponse) => (response as { affected: number }).affected;

/**
 * A new import need not wait until the hundred shards of a large one are done: their first one counts like any job. Scheduled
 * requests stand in one line with those shards, for while they keep coming nothing behind them would ever be done.
 */
const ranked = ({ kind, fromRow }: JobData) => ({
  priority: kind === 'request' || fromRow > 1 ? 0 : 1,
  retryLimit: Math.min(mostAttempts[kind] - 1, forever),
});

const lineOf = (job: Job) => (job.dead ? deadLine : line);
const attemptOf = ({ id, attempts }: Job) => ({ id, retryCount: attempts - 1 });

const jobOf = ({ id, data, retryCount, heartbeatSeconds }: JobWithMetadata<JobData>, dead: boolean): Job => ({
  ...data,
  id,
  attempts: retryCount + 1,
  leaseMs: (heartbeatSeconds ?? lease) * 1000,
  dead,
});

async function within(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
