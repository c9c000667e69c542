import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Issue, IssueCode } from '../../lib/issues';
import { fedFields } from '../../lib/mapping';
import type { RequestPlans } from '../../lib/request-plans';
import type { NewRequest, QueuedRequest, RequestStore, Settled } from '../../lib/request-store';
import type { ImportState, Outcome } from '../../lib/steps';
import { type Engine, UniqueTaken } from '../engine';
import type { Write } from '../write';
import { int } from './casts';
import type { Chunk } from './commit-chunk';
import { effects } from './effects';
import { notificationWrite } from './notifications';
import { unpackAddresses, unpackValues } from './plan-column';
import { requestPlanWrites } from './plan-writes';
import { importOf, stageRequest } from './stage-request';
import { rowsAbout } from './staging';
import { countFilled } from './statistics';

export const requestStore = (engine: Engine): RequestStore => ({
  async findRequest(callerId, requestKey) {
    const { imports, keyedAnswers } = engine.tables;
    const [row] = await engine.db
      .select({
        importId: imports.id,
        requestHash: imports.requestHash,
        state: imports.state,
        finishedAt: imports.finishedAt,
        rowsRemovedAt: imports.rowsRemovedAt,
      })
      .from(imports)
      .where(and(eq(imports.createdById, callerId), eq(imports.requestKey, requestKey)));
    if (row) return { ...row, requestHash: row.requestHash ?? '', state: row.state as ImportState };
    const calls = await engine.db
      .select({ key: keyedAnswers.requestKey })
      .from(keyedAnswers)
      .where(and(eq(keyedAnswers.callerId, callerId), eq(keyedAnswers.requestKey, requestKey)));
    return calls.length > 0 ? 'other' : null;
  },

  settleRequest: (of, plans, more) => settle(engine, of, plans, more),

  async submitRequest(of, plans, owner) {
    const importId = engine.dialect.made('imports');
    const shard = { fromRow: 1, toRow: of.rows.at(-1)!.row };
    const writes: Write[] = [
      ...(await stageRequest(engine, of, 'committing', { packed: plans.isPacked })),
      ...(await requestPlanWrites(engine, importId, of.mapping, plans)),
      operation(importId, Date.now(), null),
      {
        statement: sql`insert into import_shards (import_id, generation, phase, from_row, to_row, cursor, lease, counters)
          values (${importId}, 1, 'commit', 1, ${shard.toRow}, 0, '', '{}')`,
      },
    ];
    try {
      const written = await engine.writeAll(writes, [{ kind: 'commit', importId: null, fromRow: 1, owner }]);
      return { importId: idOf(written![0]!.rows) };
    } catch (error) {
      if (isKnown(error)) return 'known';
      throw error;
    }
  },

  async queueRequest(of) {
    try {
      const values = importOf(of, 'checking');
      const importId = await engine.makeTogether({ values, about: [rowsAbout(engine, of.rows)], job: 'request' });
      return { importId };
    } catch (error) {
      if (isKnown(error)) return 'known';
      throw error;
    }
  },

  async readAnswered(importId) {
    const rows = (await engine.rows(sql`select o.row, o.outcome, o.customer_id, o.reason
      from operations n join import_outcomes o on o.operation_id = n.id
      where n.import_id = ${importId} and n.number = 1 order by o.row`)) as [
      number,
      Outcome,
      number | null,
      string | null,
    ][];
    const issues = await issuesOf(engine, importId);
    return rows.map(([row, outcome, customerId, reason]) => ({
      ...{ outcome, customerId, reason },
      issues: issues.get(row) ?? [],
    }));
  },

  async readCreated(importId, mapping, afterRow, limit) {
    const rows = (await engine.rows(sql`select p.row, p.plan, p.reserved_uuid from import_plans p
      where p.import_id = ${importId} and p.row > ${afterRow} and p.disposition = 'create' and p.reserved_uuid is not null
      order by p.row limit ${limit}`)) as [number, string, string][];
    const fields = fedFields(mapping);
    return rows.map(([row, plan, uuid]) => ({
      ...{ row, uuid },
      values: unpackValues(fields, plan),
      addresses: unpackAddresses(plan),
    }));
  },

  async countQueued(callerIds) {
    const rows = await engine.rows(sql`select created_by_id, count(*) from imports
      where state = 'checking' and source = 'bulk_create' and created_by_id ${engine.dialect.texts(callerIds)}
      group by created_by_id`);
    return new Map(rows.map(([id, count]) => [id as string, Number(count)]));
  },

  async firstQueued() {
    const [row] = await engine.rows(
      sql`select min(id) from imports where state = 'checking' and source = 'bulk_create'`,
    );
    return row![0] === null ? null : Number(row![0]);
  },
});

async function issuesOf(engine: Engine, importId: number): Promise<Map<number, Issue[]>> {
  const { importIssues: i } = engine.tables;
  const found = await engine.db.select().from(i).where(eq(i.importId, importId)).orderBy(i.row, i.seq);
  const byRow = new Map<number, Issue[]>();
  for (const { row, field, code, severity, message } of found) {
    const list = byRow.get(row) ?? [];
    byRow.set(row, list);
    list.push({ field, code: code as IssueCode, severity: severity as Issue['severity'], message });
  }
  return byRow;
}

async function settle(
  engine: Engine,
  of: NewRequest | QueuedRequest,
  plans: RequestPlans,
  { conflicts, notify = false }: Parameters<RequestStore['settleRequest']>[2],
): Promise<Settled> {
  const now = Date.now();
  const isNew = 'rows' in of;
  const importId = isNew ? engine.dialect.made('imports') : int(of.id);
  const operationId = engine.dialect.made('operations');
  const upTo = plans.brief.at(-1)?.row ?? 0;
  const chunk: Chunk = {
    dialect: engine.dialect,
    // Ids and sources are unique, and who creates without looking minds nobody: only other keys need the others to wait.
    importId: of.mapping.matchKey === 'email' || of.mapping.matchKey === 'debtorId' ? importId : null,
    operation: operationId,
    // By its rows PostgreSQL knows that there are few; by the import alone it takes them for as many as those of a file.
    planned: sql`select * from import_plans where import_id = ${importId} and row between 1 and ${int(upTo)}`,
    rows: { after: 0, upTo },
    fields: fedFields(of.mapping),
    matchKey: of.mapping.matchKey,
    now: int(now),
    does: {
      create: plans.brief.some(({ disposition }) => disposition === 'create'),
      update: plans.brief.some(({ disposition }) => disposition === 'update'),
      lists: plans.lists,
    },
  };
  const writes = [
    ...(isNew
      ? await stageRequest(engine, of, 'committed', { submittedAt: now, packed: plans.isPacked })
      : [take(engine, of, now)]),
    ...(await requestPlanWrites(engine, isNew ? importId : of.id, of.mapping, plans)),
    operation(importId, now, now, isNew ? sql`1` : sql`(select revision from imports where id = ${importId})`),
    ...effects(chunk, { conflicts }),
    ...(isNew ? [] : engine.withoutJob('request', of.id)),
    ...(notify && !isNew ? [notificationWrite({ kind: 'import_done', importId: of.id })] : []),
  ];
  try {
    const written = await engine.writeAll(writes);
    if (!written) return !isNew && !(await isQueued(engine, of)) ? 'gone' : 'conflict';
    const id = isNew ? idOf(written[0]!.rows) : of.id;
    await countFilled(engine, id, 'commit');
    return { importId: id };
  } catch (error) {
    if (isKnown(error)) return 'known';
    if (error instanceof UniqueTaken) return 'clash';
    throw error;
  }
}

/** A queued request becomes one that is done. */
const take = ({ db, tables: { imports } }: Engine, { id, generation }: QueuedRequest, now: number): Write => ({
  statement: db
    .update(imports)
    .set({ state: 'committed', revision: sql`${imports.revision} + 1`, submittedAt: now, finishedAt: now })
    .where(and(eq(imports.id, id), eq(imports.state, 'checking'), eq(imports.generation, generation))),
  expect: 1,
});

const isQueued = async (engine: Engine, { id, generation }: QueuedRequest): Promise<boolean> =>
  (await engine.rows(sql`select 1 from imports where id = ${id} and state = 'checking' and generation = ${generation}`))
    .length > 0;

const operation = (importId: SQL, now: number, finishedAt: number | null, revision = sql`1`): Write => ({
  statement: sql`insert into operations (import_id, kind, number, revision, created_at, finished_at)
    values (${importId}, 'commit', 1, ${revision}, ${now}, ${finishedAt})`,
});

const idOf = (rows: unknown[][]): number => Number(rows[0]![0]);

/** SQLite names the columns of a unique index, PostgreSQL the index. */
const isKnown = (error: unknown): boolean =>
  error instanceof UniqueTaken && /imports_request|imports\.request_key/.test(error.message);
