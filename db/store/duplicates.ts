import { and, eq, sql } from 'drizzle-orm';
import { issue } from '../../lib/issues';
import type { RowState } from '../../lib/steps';
import type { DuplicateStore } from '../../lib/store';
import type { Engine, Write } from '../engine';
import { listOf } from '../sqlite/bulk';
import { importPlans } from '../sqlite/schema/imports';
import { moveCursor } from './staging';

export const duplicateStore = (engine: Engine): DuplicateStore => ({
  async markRepeatedKeys(importId) {
    await engine.writeAll([
      {
        statement: sql`update import_keys set repeated = 1 where import_id = ${importId} and key in
          (select key from import_keys where import_id = ${importId} group by key having count(*) > 1)`,
      },
    ]);
  },

  async readRepeated(importId, afterRow, limit) {
    const rows = (await engine.scan.values(sql`
      with chunk as (select distinct row from import_keys where import_id = ${importId} and repeated = 1 and row > ${afterRow}
        order by row limit ${limit})
      select p.row, p.state, k.value, coalesce(own.repeated, 0),
        (select o.row from import_keys o where o.import_id = p.import_id and o.key = k.value and o.owner = 1 limit 1)
      from chunk join import_plans p on p.import_id = ${importId} and p.row = chunk.row
      join json_each(p.keys) k
      left join import_keys own on own.import_id = p.import_id and own.key = k.value and own.row = p.row
      order by p.row, k.key`)) as [number, RowState, string, number, number | null][];
    const found = new Map<
      number,
      { row: number; state: RowState; keys: { key: string; repeated: boolean; owner: number | null }[] }
    >();
    for (const [row, state, key, repeated, owner] of rows) {
      if (!found.has(row)) found.set(row, { row, state, keys: [] });
      found.get(row)!.keys.push({ key, repeated: repeated === 1, owner });
    }
    return [...found.values()];
  },

  async saveDuplicates(of, toRow, found) {
    const written = await engine.writeAll([
      moveCursor(of, toRow),
      ownersWrite(of.importId, found.owners),
      ...issueWrites(of.importId, found.firsts, 'duplicate_first'),
      ...issueWrites(of.importId, found.laters, 'duplicate_in_file'),
      {
        statement: sql`update import_plans set state = 'warning'
          where import_id = ${of.importId} and state = 'ok' and row in ${listOf(found.firsts.map((first) => first.row))}`,
      },
      {
        statement: sql`update import_plans set state = 'error', disposition = null, target = null,
            target_version = null, patch = null, message = null
          where import_id = ${of.importId} and state <> 'excluded' and row in ${listOf(found.laters.map((later) => later.row))}`,
      },
    ]);
    return written !== null;
  },

  async readKeyed(importId, keys, limit) {
    const rows = (await engine.db.values(sql`select key, row, owner from
      (select k.key, k.row, k.owner, row_number() over (partition by k.key order by k.row) as place
        from import_keys k where k.import_id = ${importId} and k.key in ${listOf(keys)})
      where place <= ${limit} order by key, row`)) as [string, number, number][];
    return rows.map(([key, row, owner]) => ({ key, row, owner: owner === 1 }));
  },

  async readKeys(importId, row) {
    const [plan] = await engine.db
      .select({ keys: importPlans.keys })
      .from(importPlans)
      .where(and(eq(importPlans.importId, importId), eq(importPlans.row, row)));
    return plan ? JSON.parse(plan.keys) : [];
  },
});

/** Marks the rows that own their keys; a row of null leaves the key without an owner. */
export const ownersWrite = (importId: number, owners: { key: string; row: number | null }[]): Write => ({
  statement: sql`update import_keys set owner = exists (select 1 from json_each(${JSON.stringify(owners)}) o
      where json_extract(o.value, '$.key') = import_keys.key and json_extract(o.value, '$.row') = import_keys.row)
    where import_id = ${importId} and key in ${listOf(owners.map((owner) => owner.key))}`,
});

/** Adds an issue behind those that the rows have. */
function issueWrites(
  importId: number,
  rows: { row: number; field: string | null }[],
  code: 'duplicate_first' | 'duplicate_in_file',
): Write[] {
  if (rows.length === 0) return [];
  const { severity, message } = issue(code, null);
  return [
    {
      statement: sql`insert into import_issues (import_id, row, seq, field, code, severity, message)
        select ${importId}, json_extract(value, '$.row'),
          coalesce((select max(seq) + 1 from import_issues where import_id = ${importId} and row = json_extract(value, '$.row')), 0),
          json_extract(value, '$.field'), ${code}, ${severity}, ${message}
        from json_each(${JSON.stringify(rows)}) where not exists (select 1 from import_issues
          where import_id = ${importId} and row = json_extract(value, '$.row') and code = ${code})`,
    },
  ];
}
