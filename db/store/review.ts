import { eq, type SQL, sql } from 'drizzle-orm';
import type { Issue } from '../../lib/issues';
import type { EditWrite, IssueCount, Totals } from '../../lib/records';
import { dispositions, outcomes, rowStates } from '../../lib/steps';
import type { ReviewStore } from '../../lib/store';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { ownersWrites } from './duplicates';
import { editSearch } from './edit-search';
import { planWrites } from './plan-writes';
import { filterOf, latestOperation } from './row-filter';
import { loadRows } from './shown-rows';

export const reviewStore = (engine: Engine): ReviewStore => ({
  readTotals: (importId) => readTotals(engine, importId),
  readIssueCounts: (importId) => readIssueCounts(engine, importId),

  async countRows(importId, query) {
    const { from, where, narrowed } = filterOf(engine, importId, query);
    if (!narrowed) {
      const { imports } = engine.tables;
      const [row] = await engine.db.select({ rows: imports.rows }).from(imports).where(eq(imports.id, importId));
      return row?.rows ?? 0;
    }
    const [row] = (await engine.scan(sql`select count(*) from ${from} where ${where}`)) as number[][];
    return row![0]!;
  },

  async readRows(importId, query, offset, limit) {
    const { from, where, narrowed } = filterOf(engine, importId, query);
    const which = narrowed
      ? sql`select p.row from ${from} where ${where} order by p.row limit ${limit} offset ${offset}`
      : sql`select row from import_rows where import_id = ${importId} and position >= ${offset} and position < ${offset + limit}`;
    const numbers = (await (query.q ? engine.scan : engine.rows)(which)) as number[][];
    return loadRows(
      engine,
      importId,
      numbers.map(([row]) => row!),
    );
  },

  async readRow(importId, row) {
    return (await loadRows(engine, importId, [row]))[0] ?? null;
  },

  async nextRow(importId, query, from, back) {
    const filter = filterOf(engine, importId, query);
    const beyond = back ? sql`p.row < ${from} order by p.row desc` : sql`p.row > ${from} order by p.row`;
    const [next] = (await engine.scan(
      sql`select p.row from ${filter.from} where ${filter.where} and ${beyond} limit 1`,
    )) as number[][];
    return next?.[0] ?? null;
  },

  async readPlace(importId, query, row) {
    const { from, where, narrowed } = filterOf(engine, importId, query);
    const count = narrowed
      ? sql`select count(*) from ${from} where ${where} and p.row < ${row}`
      : sql`select position from import_rows where import_id = ${importId} and row = ${row}`;
    const [found] = (await engine.scan(count)) as number[][];
    return found?.[0] ?? 0;
  },

  async readFieldCounts(importId) {
    const [old, now] = [0, 1].map((at) => engine.dialect.pick(sql`f.value`, [at], 'text'));
    const count = (holds: SQL) => sql`count(case when ${holds} then 1 end)`;
    const rows = (await engine.scan(sql`select f.key,
        ${count(sql`${old} is null`)}, ${count(sql`${old} is not null and ${now} is not null`)}, ${count(sql`${now} is null`)}
      from import_plans p join ${engine.dialect.members(sql`p.patch`)} f on true
      where p.import_id = ${importId} and p.disposition = 'update' group by f.key`)) as [
      string,
      number,
      number,
      number,
    ][];
    return rows.map(([field, set, changed, cleared]) => ({ field, set, changed, cleared }));
  },

  saveEdit: (write) => saveEdit(engine, write),
});

async function readTotals(engine: Engine, importId: number): Promise<Totals> {
  const { imports } = engine.tables;
  const [row] = await engine.db.select({ kept: imports.keptTotals }).from(imports).where(eq(imports.id, importId));
  if (row?.kept) return JSON.parse(row.kept);
  const counts = (await engine.scan(sql`
    select 'rows', '', rows from imports where id = ${importId}
    union all select 'state', state, count(*) from import_plans where import_id = ${importId} and state <> 'ok' group by state
    union all select 'planned', '', count(*) from import_plans where import_id = ${importId}
    union all select 'disposition', disposition, count(*) from import_plans
      where import_id = ${importId} and disposition is not null group by disposition
    union all select 'outcome', outcome, count(*) from import_outcomes
      where operation_id = ${latestOperation(importId)} group by outcome
    union all select 'auto', '', count(*) from import_plans where import_id = ${importId} and changed is not null
  `)) as [string, string, number][];
  const of = (kind: string, name = '') => counts.find((count) => count[0] === kind && count[1] === name)?.[2] ?? 0;
  const all = <K extends string>(kind: string, names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, of(kind, name)])) as Record<K, number>;
  const states = all('state', rowStates);
  return {
    rows: of('rows'),
    states: { ...states, ok: of('planned') - states.warning - states.error - states.excluded },
    dispositions: all('disposition', dispositions),
    outcomes: all('outcome', outcomes),
    autoChanged: of('auto'),
    warnings: states.warning,
  };
}

async function readIssueCounts(engine: Engine, importId: number): Promise<IssueCount[]> {
  const rows = (await engine.scan(sql`select i.code, i.field, i.severity, count(*), min(i.row)
    from import_issues i where i.import_id = ${importId}
      and not exists (select 1 from import_edits e where e.import_id = i.import_id and e.row = i.row and e.excluded = 1)
    group by i.severity, i.code, i.field order by i.severity, count(*) desc, i.code, i.field`)) as unknown[][];
  return rows.map(([code, field, severity, count, firstRow]) => ({
    code: code as Issue['code'],
    field: field as string | null,
    severity: severity as Issue['severity'],
    count: count as number,
    firstRow: firstRow as number,
  }));
}

/** The edit, its log, and the plans of all rows it touches, under the import's revision. */
async function saveEdit(engine: Engine, write: EditWrite): Promise<boolean> {
  const { importEdits } = engine.tables;
  const rows = write.plans.map((plan) => plan.row);
  const overlay = [importEdits.importId, importEdits.row, importEdits.edits, importEdits.excluded, importEdits.search];
  const search = editSearch(Object.values(write.edits));
  const writes: Write[] = [
    {
      statement: sql`update imports set revision = revision + 1
        where id = ${write.importId} and state = 'review' and revision = ${write.revision}`,
      expect: 1,
    },
    engine.dialect.insertRows(
      importEdits,
      overlay,
      [[write.importId, write.row, JSON.stringify(write.edits), write.excluded ? 1 : 0, search]],
      [importEdits.importId, importEdits.row],
    ),
    ...write.log.map(({ column, old, now }) => ({
      statement: sql`insert into edit_log (import_id, row, column_index, old, now, at)
        values (${write.importId}, ${write.row}, ${column}, ${old}, ${now}, ${Date.now()})`,
    })),
    {
      statement: sql`delete from import_issues where import_id = ${write.importId} and row ${engine.dialect.numbers(rows)}`,
    },
    {
      statement: sql`delete from import_keys where import_id = ${write.importId} and (key, row) in
        (select k.value, p.row from import_plans p join ${engine.dialect.elements(sql`p.keys`)} k on true
          where p.import_id = ${write.importId} and p.row ${engine.dialect.numbers(rows)})`,
    },
    ...planWrites(engine, write.importId, write.mapping, write.plans, sql`p.row ${engine.dialect.numbers(rows)}`),
    ...ownersWrites(engine, write.importId, write.owners),
  ];
  return (await engine.writeAll(writes)) !== null;
}
