import { sql } from 'drizzle-orm';
import { fedFields, type Mapping } from '../../lib/mapping';
import type { PlannedRow } from '../../lib/records';
import type { Write } from '../engine';
import { insertRows, listOf } from '../sqlite/bulk';
import { importIssues as i, importPlans as p } from '../sqlite/schema/imports';
import { packPlan } from './plan-column';

const planColumns = [
  p.importId,
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

/** Stores plans, issues and keys of rows that have none, or whose old issues and keys are gone already. */
export function planWrites(importId: number, mapping: Mapping, plans: PlannedRow[]): Write[] {
  const fields = fedFields(mapping);
  const issues = plans.flatMap((plan) =>
    plan.issues.map(({ field, code, severity, message, suggestion }, seq) => [
      importId,
      plan.row,
      seq,
      field,
      code,
      severity,
      message,
      suggestion ?? null,
    ]),
  );
  return [
    insertRows(
      p,
      planColumns,
      plans.map((plan) => planValues(importId, fields, plan)),
      [p.importId, p.row],
    ),
    ...(issues.length === 0 ? [] : [insertRows(i, issueColumns, issues, [i.importId, i.row, i.seq])]),
    keysWrite(importId, plans),
  ];
}

const issueColumns = [i.importId, i.row, i.seq, i.field, i.code, i.severity, i.message, i.suggestion];

/** The keys come from the plans just stored: that costs half of handing them over again. */
const keysWrite = (importId: number, plans: PlannedRow[]): Write => ({
  statement: sql`insert into import_keys (import_id, key, row, repeated, owner)
    select p.import_id, k.value, p.row, 0, 0 from import_plans p join json_each(p.keys) k
    where p.import_id = ${importId} and p.row in ${listOf(plans.map((plan) => plan.row))} order by k.value`,
});

const planValues = (importId: number, fields: string[], plan: PlannedRow) => [
  importId,
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
