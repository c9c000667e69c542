import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { isSealed } from '../../lib/sealed';
import type { Vault } from '../../lib/vault';
import type { Engine } from '../engine';
import type { Write } from '../write';
import { editSearch } from './edit-search';

/** Seals what was typed into these columns of an import, in the overlay and in its log. What is sealed already stays. */
export async function sealEdits(engine: Engine, vault: Vault, importId: number, columns: number[]): Promise<void> {
  const seal = (text: string) => (text === '' || isSealed(text) ? text : vault.seal(text));
  const writes = [
    ...(await overlayWrites(engine, importId, columns, seal)),
    ...(await logWrites(engine, importId, columns, seal)),
  ];
  if (writes.length > 0) await engine.writeAll(writes);
}

type Seal = (text: string) => string;

async function overlayWrites(engine: Engine, importId: number, columns: number[], seal: Seal): Promise<Write[]> {
  const { importEdits } = engine.tables;
  const rows = await engine.db.select().from(importEdits).where(eq(importEdits.importId, importId));
  return rows.flatMap(({ row, edits }): Write[] => {
    const before = Object.entries(JSON.parse(edits) as Record<string, string>);
    const after = before.map(
      ([column, text]) => [column, columns.includes(Number(column)) ? seal(text) : text] as const,
    );
    if (after.every(([, text], at) => text === before[at]![1])) return [];
    const changes = {
      edits: JSON.stringify(Object.fromEntries(after)),
      search: editSearch(after.map(([, text]) => text)),
    };
    const where = and(eq(importEdits.importId, importId), eq(importEdits.row, row));
    return [{ statement: engine.db.update(importEdits).set(changes).where(where) }];
  });
}

async function logWrites(engine: Engine, importId: number, columns: number[], seal: Seal): Promise<Write[]> {
  const { editLog } = engine.tables;
  const entries = await engine.db
    .select()
    .from(editLog)
    .where(and(eq(editLog.importId, importId), isNotNull(editLog.column)));
  return entries
    .filter(({ column }) => columns.includes(column!))
    .map(({ id, old, now }) => ({
      statement: sql`update edit_log set old = ${old && seal(old)}, now = ${now && seal(now)} where id = ${id}`,
    }));
}
