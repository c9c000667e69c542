import { type SQL, sql } from 'drizzle-orm';
import type { ErasureStore } from '../../lib/erase/erasure-store';
import type { TypedText } from '../../lib/erase/typed';
import type { Engine } from '../engine';
import { mentionsInLog } from './mentions';

const columns = sql`id, row, column_index, old, now`;
const typed = (rows: unknown[][]): TypedText[] =>
  (rows as [number, number, number | null, string | null, string | null][]).map(([id, row, column, old, now]) => ({
    ...{ id, row, column, old, now },
  }));

/** What people typed over what, as an erasure looks through it. */
export function typedStore(engine: Engine): Pick<ErasureStore, 'findTyped' | 'readTyped' | 'eraseTyped' | 'eraseLost'> {
  const { dialect } = engine;
  const isLost = (table: SQL) => sql`not exists (select 1 from import_rows r
    where r.import_id = ${table}.import_id and r.row = ${table}.row)`;
  return {
    async findTyped(importId, identity, after, limit) {
      const rows = await engine.scan(sql`with part as (
          select ${columns} from edit_log where import_id = ${importId} and id > ${after} order by id limit ${limit})
        select ${columns} from part
        where id = (select max(id) from part) or ${mentionsInLog(dialect, identity)} order by id`);
      return typed(rows);
    },

    async readTyped(importId, rows) {
      return typed(
        await engine.scan(sql`select ${columns} from edit_log
          where import_id = ${importId} and row ${dialect.numbers(rows)} order by id`),
      );
    },

    async eraseTyped(importId, rows) {
      await engine.writeAll([
        {
          statement: sql`update edit_log set old = null, now = null
            where import_id = ${importId} and row ${dialect.numbers(rows)}`,
        },
      ]);
    },

    async eraseLost(importId) {
      await engine.writeAll([
        { statement: sql`delete from import_edits where import_id = ${importId} and ${isLost(sql`import_edits`)}` },
        {
          statement: sql`update edit_log set old = null, now = null
            where import_id = ${importId} and old is not null and ${isLost(sql`edit_log`)}`,
        },
      ]);
    },
  };
}
