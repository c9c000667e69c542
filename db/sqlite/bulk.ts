/** Bulk statements of SQLite: many rows travel as one JSON parameter. */
import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

const name = (column: SQLiteColumn) => sql.identifier(column.name);
const comma = (parts: SQL[]) => sql.join(parts, sql`, `);

/** The nth item of the JSON array in `value`; arrays and objects come out as JSON text. */
const item = (at: number) => sql.raw(`json_extract(value, '$[${at}]')`);

/**
 * Inserts rows given as arrays in the order of `columns`.
 * @param conflict columns of the primary key: rows that exist are overwritten
 */
export function insertRows(
  table: SQLiteTable,
  columns: SQLiteColumn[],
  rows: unknown[][],
  conflict?: SQLiteColumn[],
): SQL {
  const keys = new Set(conflict?.map((column) => column.name));
  const set = columns
    .filter((column) => !keys.has(column.name))
    .map((column) => sql`${name(column)} = excluded.${name(column)}`);
  return sql`insert into ${sql.identifier(getTableName(table))} (${comma(columns.map((column) => sql`${name(column)}`))})
    select ${comma(columns.map((_, at) => item(at)))} from json_each(${JSON.stringify(rows)}) where true
    ${conflict ? sql`on conflict (${comma(conflict.map((column) => sql`${name(column)}`))}) do update set ${comma(set)}` : sql``}`;
}

/** A list of values as the inside of `in (…)`, whatever its length. */
export const listOf = (values: (string | number)[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;
