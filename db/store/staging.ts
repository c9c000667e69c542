import { and, eq, type SQL, sql } from 'drizzle-orm';
import { isPlainList, rowSearch } from '../../lib/customer/search';
import { limits } from '../../lib/limits';
import type { StagedRow } from '../../lib/records';
import type { Cell, Fault, RawRow } from '../../lib/row';
import { isSealed, sealedStart } from '../../lib/sealed';
import type { StagingStore } from '../../lib/staging-store';
import type { Vault } from '../../lib/vault';
import type { About, Engine } from '../engine';
import type { Write } from '../write';
import { editSearch } from './edit-search';
import { planWrites } from './plan-writes';
import { sealEdits } from './seal-edits';
import { moveCursor } from './shards';
import { countFilled } from './statistics';

/** How many rows are deleted at a time, so that nobody waits long for the write lock. */
const deletePart = 20_000;

export function stagingStore(engine: Engine, vault: Vault): Omit<StagingStore, 'scrub'> {
  const { importEdits } = engine.tables;
  return {
    async stageRows(of, rows, counters) {
      const { raw: last } = rows.at(-1)!;
      const raws = rows.map(({ raw }) => raw);
      const written = await engine.writeAll([
        moveCursor(of, last.row, counters),
        rowsWrite(engine, of.importId, raws, rows[0]!.position),
      ]);
      return written !== null;
    },

    async cleanStaging(importId, what, before) {
      const checks = ['import_issues', 'import_keys'];
      const tables = what === 'all' ? [...checks, 'import_plans', 'import_rows'] : checks;
      for (const table of tables) {
        const name = sql.identifier(table);
        const key = keyOf(table);
        const written = await engine.writeAll([
          ...(before ? [moveCursor(before, before.cursor)] : []),
          {
            statement: sql`delete from ${name} where import_id = ${importId} and (${key}) in
            (select ${key} from ${name} where import_id = ${importId} limit ${deletePart})`,
          },
        ]);
        // What is there now belongs to the one who moved the cursor.
        if (!written) return true;
        if (written.at(-1)!.changes > 0) return false;
      }
      return true;
    },

    sealEdits: (importId, columns) => sealEdits(engine, vault, importId, columns),

    async dropLostEdits(importId, columns, sealed) {
      // The rows are all there by now, and are joined below.
      await countFilled(engine, importId, 'read');
      await dropLostEdits(engine, importId, columns, sealed);
    },

    async readEdits(importId) {
      const rows = await engine.db.select().from(importEdits).where(eq(importEdits.importId, importId));
      return rows.map((row) => ({ row: row.row, edits: JSON.parse(row.edits), excluded: row.excluded }));
    },

    async readStaged(importId, afterRow, limit, upTo = limits.rows) {
      const rows = await engine.rows(sql`${stagedRows(importId)} and row > ${afterRow} and row <= ${upTo}
        order by row limit ${limit}`);
      const [first, last] = [rows[0]?.[0], rows.at(-1)?.[0]];
      return rows.length === 0 ? [] : withEdits(engine, importId, rows, sql`row >= ${first} and row <= ${last}`);
    },
    async readStagedRows(importId, numbers) {
      const which = sql`row ${engine.dialect.numbers(numbers)}`;
      return withEdits(
        engine,
        importId,
        await engine.rows(sql`${stagedRows(importId)} and ${which} order by row`),
        which,
      );
    },

    async savePlans(of, toRow, mapping, plans, counters) {
      const written = await engine.writeAll([
        moveCursor(of, toRow, counters),
        ...planWrites(engine, of.importId, mapping, plans, sql`p.row > ${of.cursor} and p.row <= ${toRow}`),
      ]);
      return written !== null;
    },

    async reserveIds(count) {
      const written = await engine.writeAll([
        { statement: sql`update sequences set next = next + ${count} where name = 'customer_id' returning next` },
      ]);
      return (written![0]!.rows[0]![0] as number) - count;
    },
  };
}

/**
 * Stages rows of an import.
 * @param importId its number, or what stands for the one that the transaction makes
 * @param first the position of the first of them; the others follow it
 */
export function rowsWrite(engine: Engine, importId: number | SQL, rows: RawRow[], first: number): Write {
  const { table, importId: column, columns, rows: values } = rowsAbout(engine, rows, first);
  return engine.dialect.insertRows(table, columns, values, undefined, { column, value: importId });
}

/** The rows of an import that has no number yet. */
export function rowsAbout({ tables: { importRows: r } }: Engine, rows: RawRow[], first = 0): About {
  const values = rows.map((raw, at) => stagedRow(raw, first + at));
  return { table: r, importId: r.importId, columns: [r.row, r.position, r.cells, r.faults, r.search], rows: values };
}

function stagedRow({ row, cells, faults }: RawRow, position: number) {
  const stored = JSON.stringify(cells);
  // Tokens are no text that anybody looks for, so what is searched is kept apart from them.
  const search = isPlainList(stored) && !stored.includes(sealedStart) ? null : rowSearch(cells);
  return [row, position, stored, faults ? JSON.stringify(faults) : null, search];
}

/** The primary key of a staging table, behind the import. */
const keyOf = (table: string) =>
  table === 'import_keys' ? sql`key, row` : table === 'import_issues' ? sql`row, seq` : sql`row`;

const stagedRows = (importId: number): SQL =>
  sql`select row, cells, faults from import_rows where import_id = ${importId}`;

/**
 * Adds the edits, and the ids that an earlier plan reserved. By questions of their own: `import_plans` grows while rows are
 * checked, and a planner that has not counted this import yet joins them by reading all its plans for each row.
 */
async function withEdits(engine: Engine, importId: number, rows: unknown[][], which: SQL): Promise<StagedRow[]> {
  const [edits, plans] = await Promise.all([
    engine.rows(sql`select row, edits, excluded from import_edits where import_id = ${importId} and ${which}`),
    engine.rows(sql`select row, reserved_id, reserved_uuid from import_plans
      where import_id = ${importId} and reserved_id is not null and ${which}`),
  ]);
  const edited = new Map(
    edits.map(([row, texts, excluded]) => [row, { edits: JSON.parse(texts as string), excluded: excluded === 1 }]),
  );
  const reserved = new Map(plans.map(([row, id, uuid]) => [row, { id: id as number, uuid: uuid as string }]));
  return rows.map(([row, cells, faults]) => ({
    row: row as number,
    cells: JSON.parse(cells as string) as Cell[],
    faults: faults === null ? [] : (JSON.parse(faults as string) as Fault[]),
    edits: edited.get(row)?.edits ?? {},
    excluded: edited.get(row)?.excluded ?? false,
    reserved: reserved.get(row) ?? null,
  }));
}

/** An edit of a column that is gone, or is not sealed any more, is taken out; an edit or exclusion of a row that is gone is forgotten. */
async function dropLostEdits(engine: Engine, importId: number, columns: number, sealed: number[]): Promise<void> {
  const { importEdits } = engine.tables;
  const rows = await engine.db.select().from(importEdits).where(eq(importEdits.importId, importId));
  const narrowed = rows.flatMap((row) => {
    const entries = Object.entries(JSON.parse(row.edits) as Record<string, string>);
    const isLost = (column: number, text: string) => column >= columns || (isSealed(text) && !sealed.includes(column));
    const kept = entries.filter(([column, text]) => !isLost(Number(column), text));
    return kept.length === entries.length ? [] : [{ row: row.row, kept }];
  });
  await engine.writeAll([
    ...narrowed.map(({ row, kept }) => ({
      statement: engine.db
        .update(importEdits)
        .set({ edits: JSON.stringify(Object.fromEntries(kept)), search: editSearch(kept.map(([, text]) => text)) })
        .where(and(eq(importEdits.importId, importId), eq(importEdits.row, row))),
    })),
    {
      statement: sql`delete from import_edits where import_id = ${importId} and
        (not exists (select 1 from import_rows r where r.import_id = import_edits.import_id and r.row = import_edits.row)
        or (edits = '{}' and excluded = 0))`,
    },
  ]);
}
