import { sql } from 'drizzle-orm';
import { waitsFor } from '../../lib/customer/waits-for';
import type { Shard } from '../../lib/job-store';
import { fedFields, type Mapping } from '../../lib/mapping';
import type { ParentStore } from '../../lib/staging-store';
import type { Disposition, RowState } from '../../lib/steps';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { failPlans, issueWrites, isWaiting } from './duplicates';
import { unpackValues } from './plan-column';
import { moveCursor } from './shards';

export const parentStore = (engine: Engine): ParentStore => ({
  async readWaiting(importId, mapping, after, limit, keys) {
    const { numbers, texts } = engine.dialect;
    const which = keys ? sql`key ${texts(keys.map((key) => waitsFor + key))}` : isWaiting(sql`key`);
    const found = (await engine.scan(sql`select key, row from import_keys where import_id = ${importId} and ${which}
      and (key, row) > (${waitsFor + after.key}, ${after.row}) order by key, row limit ${limit}`)) as [
      string,
      number,
    ][];
    if (found.length === 0) return [];
    const plans =
      (await engine.rows(sql`select row, state, disposition, target, plan from import_plans where import_id = ${importId}
      and row ${numbers(found.map(([, row]) => row))}`)) as [
        number,
        RowState,
        Disposition | null,
        number | null,
        string,
      ][];
    const byRow = new Map(plans.map((plan) => [plan[0], plan]));
    const fields = fedFields(mapping);
    return found.flatMap(([key, row]) => {
      const plan = byRow.get(row);
      if (!plan) return [];
      const [, state, disposition, target, packed] = plan;
      return [
        { row, key: key.slice(waitsFor.length), state, disposition, target, values: unpackValues(fields, packed) },
      ];
    });
  },

  async findTargets(importId, keys) {
    const { numbers, texts } = engine.dialect;
    const found = (await engine.rows(sql`select key, row from import_keys where import_id = ${importId}
      and key ${texts(keys)} order by key, owner desc, row`)) as [string, number][];
    const plans = (await engine.rows(sql`select row, target from import_plans where import_id = ${importId}
      and row ${numbers([...new Set(found.map(([, row]) => row))])} and state in ('ok', 'warning') and target is not null
      and disposition in ('create', 'update', 'unchanged')`)) as [number, number][];
    const targets = new Map(plans);
    return found.flatMap(([key, row]) => {
      const target = targets.get(row);
      return target === undefined ? [] : [{ key, row, target }];
    });
  },

  async saveParents(of, mapping, { links, failed }) {
    const written = await engine.writeAll([
      moveCursor(of, of.cursor),
      ...(await linkWrites(engine, of, mapping, links)),
      ...issueWrites(engine, of.importId, failed, 'unknown_parent'),
      failPlans(
        engine,
        of.importId,
        failed.map(({ row }) => row),
      ),
    ]);
    return written !== null;
  },
});

/** Writes the parents into plans and patches, as the commit reads them. */
async function linkWrites(
  engine: Engine,
  { importId }: Shard,
  mapping: Mapping,
  links: { row: number; parent: number }[],
): Promise<Write[]> {
  if (links.length === 0) return [];
  const { importPlans: p } = engine.tables;
  const parents = new Map(links.map(({ row, parent }) => [row, parent]));
  const plans =
    (await engine.rows(sql`select row, state, keys, plan, patch from import_plans where import_id = ${importId}
    and row ${engine.dialect.numbers([...parents.keys()])}`)) as [number, string, string, string, string | null][];
  const place = fedFields(mapping).indexOf('parent');
  const rows = plans.map(([row, state, keys, packed, patch]) => {
    const parent = parents.get(row)!;
    const plan = JSON.parse(packed);
    plan[0][place] = parent;
    const changes = patch === null ? null : JSON.parse(patch);
    if (changes?.parent) changes.parent[1] = parent;
    return [importId, row, state, keys, JSON.stringify(plan), changes && JSON.stringify(changes)];
  });
  return [
    engine.dialect.insertRows(p, [p.importId, p.row, p.state, p.keys, p.plan, p.patch], rows, [p.importId, p.row]),
  ];
}
