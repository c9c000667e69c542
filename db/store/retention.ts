import { eq, sql } from 'drizzle-orm';
import { withoutNames } from '../../lib/mapping';
import type { RetentionStore } from '../../lib/retention/retention-store';
import type { Engine } from '../engine';

/**
 * Imports to which nothing happens any more, that ended before a time and still have their rows. Said of the row itself, so
 * that on PostgreSQL an update which waited for another one looks at what that left.
 */
const expired = (since: number) => sql`state in ('committed', 'failed', 'cancelled') and rows_removed_at is null
  and deleted_at is null and coalesce(finished_at, created_at) < ${since}`;

export function retentionStore(engine: Engine): RetentionStore {
  const { editLog, importEdits, imports, importShards } = engine.tables;
  return {
    async listExpired(since, after, limit) {
      const rows = await engine.rows(
        sql`select id from imports where id > ${after} and ${expired(since)} order by id limit ${limit}`,
      );
      return rows.flat() as number[];
    },

    async listUntouched(since, after, limit) {
      const rows = await engine.rows(sql`select i.id from imports i where i.id > ${after}
        and i.state in ('mapping', 'review') and i.deleted_at is null and i.created_at < ${since}
        and not exists (select 1 from edit_log e where e.import_id = i.id and e.at >= ${since})
        and not exists (select 1 from audit_log a
          where a.object_kind = 'import' and a.object_id = cast(i.id as text) and a.at >= ${since})
        order by i.id limit ${limit}`);
      return rows.flat() as number[];
    },

    async expireImport(id, since, totals) {
      const now = Date.now();
      const written = await engine.writeAll(
        [
          {
            statement: sql`update imports set rows_removed_at = ${now}, file_removed_at = coalesce(file_removed_at, ${now}),
                kept_totals = ${JSON.stringify(totals)}, revision = revision + 1
              where id = ${id} and ${expired(since)}`,
            expect: 1,
          },
        ],
        [{ kind: 'expire', importId: id }],
      );
      return written !== null;
    },

    async stripImport(id) {
      const [row] = await engine.db.select({ facts: imports.facts }).from(imports).where(eq(imports.id, id));
      if (!row) return;
      // The row that was taken for the header may be one of data. Headers are shown with rows only, so none is missed.
      const facts = row.facts && JSON.stringify({ ...withoutNames(JSON.parse(row.facts)), headers: [], preview: [] });
      await engine.writeAll([
        { statement: engine.db.delete(importShards).where(eq(importShards.importId, id)) },
        { statement: engine.db.delete(importEdits).where(eq(importEdits.importId, id)) },
        { statement: engine.db.delete(editLog).where(eq(editLog.importId, id)) },
        { statement: engine.db.update(imports).set({ facts, profiles: '[]' }).where(eq(imports.id, id)) },
      ]);
    },
  };
}
