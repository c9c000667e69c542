import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Shard } from '../../lib/job-store';
import { fedFields, feedsLists, type Mapping } from '../../lib/mapping';
import type { Operation } from '../../lib/records';
import { outcomes } from '../../lib/steps';
import type { CommitStore } from '../../lib/store';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { int } from './casts';
import { type Chunk, markConflicts, undone } from './commit-chunk';
import { commitEdit } from './commit-edit';
import { attempt, effects } from './effects';
import { insertShards, moveCursor, rowRanges } from './shards';
import { countFilled } from './statistics';
import { unlinkParents } from './unlink-parents';

/** Nobody was erased behind this erasure: a row may be about them. */
const notErased = (importId: number, since: number): Write => ({
  statement: sql`update import_shards set lease = lease where import_id = ${importId} and phase = 'commit'
    and exists (select 1 from erasures where id > ${since})`,
  expect: 0,
});

export const commitStore = (engine: Engine): CommitStore => ({
  startCommit: (importId, revision, more) => startCommit(engine, importId, revision, more),

  async readOperation(importId) {
    const { operations } = engine.tables;
    const [row] = await engine.db
      .select()
      .from(operations)
      .where(eq(operations.importId, importId))
      .orderBy(desc(operations.number))
      .limit(1);
    return row ? ({ ...row, kind: row.kind as Operation['kind'] } satisfies Operation) : null;
  },

  async commitChunk(shard, operation, mapping, toRow, { atomic = false, since } = {}) {
    const result = await attempt(engine, [
      moveCursor(shard, toRow),
      ...(since === undefined ? [] : [notErased(shard.importId, since)]),
      ...effects(chunkOf(engine, shard, operation, mapping, toRow), { conflicts: !atomic }),
      countOutcomes(engine, shard, operation, toRow),
      ...(atomic ? [notStopped(engine, shard.importId)] : []),
    ]);
    if (result !== 'moved' || !atomic) return result;
    return (await engine.writeAll([moveCursor(shard, shard.cursor)])) ? 'clash' : 'moved';
  },

  async requestStop(importId) {
    const { imports } = engine.tables;
    const isLeft = sql`exists (select 1 from import_shards s where s.import_id = ${importId}
      and s.generation = ${imports.generation} and s.phase = 'commit' and s.cursor < s.to_row)`;
    const ask = (isOpen: SQL) => ({
      statement: engine.db
        .update(imports)
        .set({ stopRequested: true })
        .where(and(eq(imports.id, importId), eq(imports.state, 'committing'), isOpen)),
      expect: 1,
    });
    // Twice: the first waits for an atomic commit that is about to end, and only the second then sees what that wrote.
    return (await engine.writeAll([ask(sql`true`), ask(isLeft)])) !== null;
  },

  async stopAtomic(shard, operation, mapping) {
    const chunk = chunkOf(engine, shard, operation, mapping, shard.toRow);
    const written = await engine.writeAll([
      moveCursor(shard, shard.toRow),
      { statement: markConflicts(chunk) },
      {
        statement: sql`insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
          select ${chunk.operation}, p.row, 'skipped', null, case when p.state = 'excluded' then 'excluded' else 'atomic' end
          from (${chunk.planned}) p where ${undone(chunk, 'p')}`,
      },
      countOutcomes(engine, shard, operation, shard.toRow),
    ]);
    return written !== null;
  },

  async failRow(shard, operation, row, reason) {
    const written = await engine.writeAll([
      moveCursor(shard, row),
      {
        statement: sql`insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
          values (${operation}, ${row}, 'failed', null, ${reason})`,
      },
      countOutcomes(engine, shard, operation, row),
    ]);
    return written !== null;
  },

  async stopChunk(shard, operation, toRow) {
    const written = await engine.writeAll([
      moveCursor(shard, toRow),
      {
        statement: sql`insert into import_outcomes (operation_id, row, outcome, customer_id, reason)
          select ${int(operation)}, p.row, 'skipped', null, 'stopped' from (${plansBetween(shard, toRow)}) p`,
      },
      countOutcomes(engine, shard, operation, toRow),
    ]);
    return written !== null;
  },

  async finishCommit(importId, operation, mapping) {
    const { imports, operations } = engine.tables;
    const now = Date.now();
    const isDone = sql`not exists (select 1 from import_shards s where s.import_id = ${importId}
      and s.generation = ${imports.generation} and s.phase = 'commit' and s.cursor < s.to_row)`;
    if (fedFields(mapping).includes('parent')) {
      const done = await engine.db
        .select({ id: imports.id })
        .from(imports)
        .where(and(eq(imports.id, importId), isDone));
      if (done.length === 0) return false;
      await unlinkParents(engine, importId, operation);
    }
    const written = await engine.writeAll([
      {
        statement: engine.db
          .update(imports)
          .set({ state: 'committed', finishedAt: now })
          .where(and(eq(imports.id, importId), eq(imports.state, 'committing'), isDone)),
        expect: 1,
      },
      { statement: engine.db.update(operations).set({ finishedAt: now }).where(eq(operations.id, operation)) },
    ]);
    if (!written) return false;
    await countFilled(engine, importId, 'commit');
    return true;
  },

  commitEdit: (plan) => commitEdit(engine, plan),
});

const chunkOf = (engine: Engine, shard: Shard, operation: number, mapping: Mapping, toRow: number): Chunk => ({
  dialect: engine.dialect,
  importId: shard.importId,
  operation: int(operation),
  planned: plansBetween(shard, toRow),
  rows: { after: shard.cursor, upTo: toRow },
  fields: fedFields(mapping),
  matchKey: mapping.matchKey,
  now: int(Date.now()),
  does: { create: true, update: true, lists: feedsLists(mapping) },
});

const plansBetween = (shard: Shard, toRow: number): SQL =>
  sql`select * from import_plans where import_id = ${shard.importId} and row > ${shard.cursor} and row <= ${toRow}`;

/**
 * The last statement of an atomic commit: up to here it can be stopped. Who asks later waits until it is committed, and is told
 * that it is. Until then nobody has to wait.
 */
const notStopped = ({ db, tables: { imports } }: Engine, importId: number): Write => ({
  statement: db
    .update(imports)
    .set({ stopRequested: false })
    .where(and(eq(imports.id, importId), eq(imports.stopRequested, false))),
  expect: 1,
});

/** Keeps the outcomes so far beside the cursor, so that progress never counts a million rows. */
const countOutcomes = ({ dialect }: Engine, shard: Shard, operation: number, toRow: number): Write => ({
  statement: sql`update import_shards set counters = ${dialect.text(
    dialect.object(
      outcomes.map((name) => [
        name,
        sql`coalesce(${dialect.pick(sql`import_shards.counters`, [name], 'integer')}, 0)
          + (select count(*) from import_outcomes o where o.operation_id = ${operation} and o.outcome = ${name}
              and o.row > ${shard.cursor} and o.row <= ${toRow})`,
      ]),
    ),
  )}
    where import_id = ${shard.importId} and generation = ${shard.generation} and phase = 'commit' and from_row = ${shard.fromRow}`,
});

async function startCommit(
  engine: Engine,
  importId: number,
  revision: number,
  { owner, atomic = false }: { owner?: string; atomic?: boolean } = {},
) {
  const { imports } = engine.tables;
  const now = Date.now();
  const [record] = await engine.db
    .select({ generation: imports.generation })
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.revision, revision)));
  if (!record) return null;
  const ranges = await rowRanges(engine, importId, owner || atomic ? Number.POSITIVE_INFINITY : engine.shardRows);
  const of = { importId, generation: record.generation, phase: 'commit' as const };
  const written = await engine.writeAll(
    [
      {
        statement: engine.db
          .update(imports)
          .set({ state: 'committing', submittedAt: now, stopRequested: false })
          .where(and(eq(imports.id, importId), eq(imports.state, 'review'), eq(imports.revision, revision))),
        expect: 1,
      },
      {
        statement: sql`insert into operations (import_id, kind, number, revision, created_at, atomic)
        values (${importId}, 'commit', coalesce((select max(number) from operations where import_id = ${importId}), 0) + 1,
          ${revision}, ${now}, ${atomic ? 1 : 0}) returning id`,
      },
      insertShards(engine, of, ranges),
    ],
    ranges.map(({ fromRow }) => ({ kind: 'commit', importId, fromRow, owner })),
  );
  return written && (written[1]!.rows[0]![0] as number);
}
