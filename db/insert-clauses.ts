/** Parts of an insert that all engines say alike. */
import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

export const namesOf = (columns: SQLiteColumn[]): SQL =>
  sql.join(
    columns.map((column) => sql.identifier(column.name)),
    sql`, `,
  );

/** Overwrites rows that exist. @param conflict columns of the primary key; without them nothing is overwritten */
export function overwriting(columns: SQLiteColumn[], conflict?: SQLiteColumn[]): SQL {
  if (!conflict) return sql``;
  const keys = new Set(conflict.map((column) => column.name));
  const others = columns.filter((column) => !keys.has(column.name));
  const set = others.map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`);
  return sql`on conflict (${namesOf(conflict)}) do update set ${sql.join(set, sql`, `)}`;
}
