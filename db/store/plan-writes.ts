import type { PlannedRow } from '../../lib/records';
import type { Write } from '../engine';
import { insertRows } from '../sqlite/bulk';
import { importIssues as i, importKeys as k, importPlans as p } from '../sqlite/schema/imports';

const planColumns = [
  p.importId,
  p.row,
  p.state,
  p.disposition,
  p.warned,
  p.autoChanged,
  p.values,
  p.changed,
  p.patch,
  p.keys,
  p.matchValue,
  p.target,
  p.targetVersion,
  p.reservedId,
  p.reservedUuid,
  p.addresses,
  p.derived,
  p.message,
];

/** Stores plans, issues and keys of rows that have none, or whose old issues and keys are gone already. */
export function planWrites(importId: number, plans: PlannedRow[]): Write[] {
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
  const keys = plans.flatMap((plan) => plan.keys.map((key) => [importId, key, plan.row, false, false]));
  return [
    insertRows(
      p,
      planColumns,
      plans.map((plan) => planValues(importId, plan)),
      [p.importId, p.row],
    ),
    ...(issues.length === 0 ? [] : [insertRows(i, issueColumns, issues, [i.importId, i.row, i.seq])]),
    ...(keys.length === 0 ? [] : [insertRows(k, keyColumns, keys, [k.importId, k.key, k.row])]),
  ];
}

const issueColumns = [i.importId, i.row, i.seq, i.field, i.code, i.severity, i.message, i.suggestion];
const keyColumns = [k.importId, k.key, k.row, k.repeated, k.owner];

const planValues = (importId: number, plan: PlannedRow): unknown[] => [
  importId,
  plan.row,
  plan.state,
  plan.disposition,
  plan.state === 'warning',
  plan.changed.length > 0,
  plan.values,
  plan.changed,
  plan.patch,
  plan.keys,
  plan.keys[0]?.slice(plan.keys[0].indexOf(':') + 1) ?? null,
  plan.target?.id ?? null,
  plan.target?.version ?? null,
  plan.reserved?.id ?? null,
  plan.reserved?.uuid ?? null,
  plan.addresses,
  plan.derived,
  plan.message,
];
