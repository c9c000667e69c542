import { sql } from 'drizzle-orm';
import type { PlannedRow } from '../../lib/records';
import { writesLists } from '../../lib/request-plans';
import type { Engine } from '../engine';
import { int, json, text } from './casts';
import type { Chunk } from './commit-chunk';
import { attempt, effects } from './effects';
import { packPlan } from './plan-column';

/** One customer changed by hand: an operation of its own, through the same statements as an import. */
export async function commitEdit(engine: Engine, plan: PlannedRow): Promise<boolean> {
  const now = Date.now();
  const operation = engine.dialect.made('operations');
  const target = plan.target!;
  const planned = sql`select 0 as row, ${text(plan.state)} as state, 'update' as disposition, ${int(target.id)} as target,
    ${text(target.uuid)} as reserved_uuid, ${int(target.version)} as target_version, ${json(plan.patch)} as patch,
    ${text(packPlan([], plan))} as plan, '[]' as keys, null as message`;
  const chunk: Chunk = {
    dialect: engine.dialect,
    importId: null,
    operation,
    planned,
    rows: { after: -1, upTo: 0 },
    fields: Object.keys(plan.patch),
    matchKey: 'id',
    now: int(now),
    does: { create: false, update: true, lists: writesLists(plan) },
  };
  const result = await attempt(engine, [
    {
      statement: sql`update customers set version = version where id = ${target.id} and version = ${target.version}`,
      expect: 1,
    },
    {
      statement: sql`insert into operations (kind, number, created_at, finished_at) values ('edit', 1, ${now}, ${now})`,
    },
    ...effects(chunk),
  ]);
  return result === 'done';
}
