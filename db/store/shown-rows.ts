import { sql } from 'drizzle-orm';
import { creationPatch } from '../../lib/creation-patch';
import type { Issue } from '../../lib/issues';
import { fedFields } from '../../lib/mapping';
import type { ShownRow } from '../../lib/records';
import type { Disposition, Outcome, RowState } from '../../lib/steps';
import type { Engine } from '../engine';
import { unpackValues } from './plan-column';
import { latestOperation } from './row-filter';

/** The rows of these numbers with everything a person sees of them, in the order of their numbers. */
export async function loadRows(engine: Engine, importId: number, numbers: number[]): Promise<ShownRow[]> {
  if (numbers.length === 0) return [];
  const [fields, rows, issues] = await Promise.all([
    readFields(engine, importId),
    engine.rows(sql`select r.row, r.cells, r.faults, e.edits, e.excluded, p.reserved_id, p.reserved_uuid,
        p.state, p.disposition, p.plan, p.changed, p.patch, p.message, p.target, o.outcome, o.customer_id, o.reason
      from import_rows r
      left join import_plans p on p.import_id = r.import_id and p.row = r.row
      left join import_edits e on e.import_id = r.import_id and e.row = r.row
      left join import_outcomes o on o.operation_id = ${latestOperation(importId)} and o.row = r.row
      where r.import_id = ${importId} and r.row ${engine.dialect.numbers(numbers)} order by r.row`) as Promise<
      unknown[][]
    >,
    readIssues(engine, importId, numbers),
  ]);
  return rows.map((row) => shown(row, fields, issues));
}

/**
 * The fields whose values the plans hold, in their order. None while the import is read or checked: its plans may then
 * still be those of another mapping.
 */
async function readFields(engine: Engine, importId: number): Promise<string[]> {
  const [row] = (await engine.rows(sql`select mapping from imports
    where id = ${importId} and state in ('review', 'committing', 'committed')`)) as (string | null)[][];
  return row?.[0] ? fedFields(JSON.parse(row[0])) : [];
}

async function readIssues(engine: Engine, importId: number, numbers: number[]): Promise<Map<number, Issue[]>> {
  const rows = (await engine.rows(sql`select row, field, code, severity, message, suggestion from import_issues
    where import_id = ${importId} and row ${engine.dialect.numbers(numbers)} order by row, seq`)) as unknown[][];
  const byRow = new Map<number, Issue[]>();
  for (const [row, field, code, severity, message, suggestion] of rows) {
    const found = { field, code, severity, message, ...(suggestion === null ? {} : { suggestion }) } as Issue;
    byRow.set(row as number, [...(byRow.get(row as number) ?? []), found]);
  }
  return byRow;
}

function shown(columns: unknown[], fields: string[], issues: Map<number, Issue[]>): ShownRow {
  const [row, cells, faults, edits, excluded, reservedId, reservedUuid, state, disposition, values, changed, patch] =
    columns;
  const [message, target, outcome, customerId, reason] = columns.slice(12);
  const said = typeof values === 'string' ? unpackValues(fields, values) : {};
  const json = <T>(text: unknown, otherwise: T): T => (typeof text === 'string' ? JSON.parse(text) : otherwise);
  return {
    row: row as number,
    cells: json(cells, []),
    faults: json(faults, []),
    edits: json(edits, {}),
    excluded: excluded === 1,
    reserved: reservedId === null ? null : { id: reservedId as number, uuid: reservedUuid as string },
    plan: {
      state: (state ?? 'ok') as RowState,
      disposition: disposition as Disposition | null,
      values: said,
      changed: json(changed, []),
      patch: disposition === 'create' ? creationPatch(said) : json(patch, {}),
      message: message as string | null,
      targetId: target as number | null,
    },
    issues: issues.get(row as number) ?? [],
    outcome:
      outcome === null
        ? null
        : { outcome: outcome as Outcome, customerId: customerId as number | null, reason: reason as string | null },
  };
}
