import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { fedFields, type Mapping } from '../../lib/mapping';
import type { PlannedRow } from '../../lib/records';
import type { RequestPlans } from '../../lib/request-plans';
import { takeTurns } from '../../lib/take-turns';
import type { Engine } from '../engine';
import type { Tables } from '../tables';
import type { Write } from '../write';
import { int } from './casts';
import { packPlan } from './plan-column';

/**
 * Stores plans, issues and keys of rows that have none, or whose old issues and keys are gone already.
 * @param importId a number, or what stands for the import that the transaction makes
 * @param which the rows, as a condition on `p.row`
 */
export function planWrites(
  engine: Engine,
  importId: number | SQL,
  mapping: Mapping,
  plans: PlannedRow[],
  which: SQL,
): Write[] {
  return [...planInserts(engine, importId, fedFields(mapping), plans), keysWrite(engine, importId, which)];
}

/** The same for all plans of a request. Those of a large one are packed once more, for the engine, with a turn for others in between. */
export async function requestPlanWrites(
  engine: Engine,
  importId: number | SQL,
  mapping: Mapping,
  plans: RequestPlans,
): Promise<Write[]> {
  const fields = fedFields(mapping);
  const writes: Write[] = [];
  const turn = takeTurns();
  for (const part of plans.take()) {
    const inserts = planInserts(engine, importId, fields, part);
    for (const write of inserts) writes.push(plans.isPacked ? engine.packed(write) : write);
    await turn();
  }
  // By its rows PostgreSQL knows that there are few: by the import alone it reads the plans of all imports.
  const upTo = plans.brief.at(-1)?.row ?? 0;
  return [...writes, keysWrite(engine, importId, sql`p.row between 1 and ${int(upTo)}`)];
}

function planInserts(engine: Engine, importId: number | SQL, fields: string[], plans: PlannedRow[]): Write[] {
  const { importIssues: i, importPlans: p } = engine.tables;
  const { insertRows } = engine.dialect;
  const issues = plans.flatMap((plan) =>
    plan.issues.map(({ field, code, severity, message, suggestion }, seq) => [
      plan.row,
      seq,
      field,
      code,
      severity,
      message,
      suggestion ?? null,
    ]),
  );
  const rows = plans.map((plan) => planValues(fields, plan));
  const same = (column: SQLiteColumn) => ({ column, value: importId });
  return [
    insertRows(p, planColumns(p), rows, [p.importId, p.row], same(p.importId)),
    ...(issues.length === 0
      ? []
      : [insertRows(i, issueColumns(i), issues, [i.importId, i.row, i.seq], same(i.importId))]),
  ];
}

const planColumns = (p: Tables['importPlans']) => [
  p.row,
  p.state,
  p.disposition,
  p.plan,
  p.changed,
  p.patch,
  p.keys,
  p.target,
  p.targetVersion,
  p.reservedId,
  p.reservedUuid,
  p.message,
];

const issueColumns = (i: Tables['importIssues']) => [
  i.row,
  i.seq,
  i.field,
  i.code,
  i.severity,
  i.message,
  i.suggestion,
];

/** The keys come from the plans just stored: that costs half of handing them over again. */
const keysWrite = (engine: Engine, importId: number | SQL, which: SQL): Write => ({
  statement: sql`insert into import_keys (import_id, key, row, repeated, owner)
    select p.import_id, k.value, p.row, 0, 0 from import_plans p join ${engine.dialect.elements(sql`p.keys`)} k on true
    where p.import_id = ${importId} and ${which} order by k.value`,
});

const planValues = (fields: string[], plan: PlannedRow) => [
  plan.row,
  plan.state,
  plan.disposition,
  packPlan(fields, plan),
  plan.changed.length === 0 ? null : JSON.stringify(plan.changed),
  isEmpty(plan.patch) ? null : JSON.stringify(plan.patch),
  JSON.stringify(plan.keys),
  plan.target?.id ?? null,
  plan.target?.version ?? null,
  plan.reserved?.id ?? null,
  plan.reserved?.uuid ?? null,
  plan.message,
];

const isEmpty = (record: object): boolean => {
  for (const _ in record) return false;
  return true;
};
