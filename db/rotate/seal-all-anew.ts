import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sealedStart } from '../../lib/sealed';
import { sealAnew, type Vault } from '../../lib/vault';
import type { Engine } from '../engine';
import { sqliteTables } from '../tables';
import type { Write } from '../write';

/** Rows that are written at a time. */
const part = 500;

/**
 * Seals every token that stands anywhere in the database with another key. Tokens name their key, so this can be ended at
 * any moment and begun again: what is done already is not found any more.
 * @returns how many rows were changed
 */
export async function sealAllAnew(engine: Engine, from: Vault, to: Vault): Promise<number> {
  let rows = 0;
  for (const table of Object.values(sqliteTables)) rows += await sealTable(engine, table, from, to);
  return rows;
}

async function sealTable(engine: Engine, table: SQLiteTable, from: Vault, to: Vault): Promise<number> {
  const columns: SQLiteColumn[] = Object.values(getTableColumns(table));
  const keys = getTableConfig(table).primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  const texts = columns.filter((column) => column.getSQLType() === 'text');
  const holds = sql.join(
    texts.map((column) => sql`${id(column)} like ${`%${sealedStart}${from.keyId}.%`}`),
    sql` or `,
  );
  let changed = 0;
  let after: unknown[] | undefined;
  for (;;) {
    const beyond = after ? sql`(${list(keys.map(id))}) > (${list(after.map((value) => sql`${value}`))}) and` : sql``;
    const rows = await engine.scan(sql`select ${list([...keys, ...texts].map(id))} from ${named(table)}
      where ${beyond} (${holds}) order by ${list(keys.map(id))} limit ${part}`);
    if (rows.length === 0) return changed;
    const writes = rows.flatMap((row) => rowWrite(table, keys, texts, row, from, to) ?? []);
    if (writes.length > 0) await engine.writeAll(writes);
    changed += writes.length;
    after = rows.at(-1)!.slice(0, keys.length);
  }
}

/** Null where nothing in the row is a token of the old key, but only looks like one. */
function rowWrite(
  table: SQLiteTable,
  keys: SQLiteColumn[],
  texts: SQLiteColumn[],
  row: unknown[],
  from: Vault,
  to: Vault,
): Write | null {
  const set = texts.flatMap((column, at): SQL[] => {
    const text = row[keys.length + at];
    const anew = typeof text === 'string' ? sealAnew(text, from, to) : text;
    return anew === text ? [] : [sql`${id(column)} = ${anew}`];
  });
  if (set.length === 0) return null;
  const same = keys.map((key, at) => sql`${id(key)} = ${row[at]}`);
  return { statement: sql`update ${named(table)} set ${list(set)} where ${sql.join(same, sql` and `)}` };
}

const id = (column: SQLiteColumn): SQL => sql`${sql.identifier(column.name)}`;
const named = (table: SQLiteTable): SQL => sql`${sql.identifier(getTableName(table))}`;
const list = (parts: SQL[]): SQL => sql.join(parts, sql`, `);
