/** SQLite's way of saying what the engines say differently. */
import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Dialect } from '../dialect';
import { namesOf, overwriting } from '../insert-clauses';
import type { Write } from '../write';
import { made } from './jobs';

/** A path as SQLite writes it: `$[0]."billing.city"`. */
const pathOf = (path: (string | number)[]): string =>
  path.reduce<string>((all, step) => all + (typeof step === 'number' ? `[${step}]` : `."${step}"`), '$');

const membersOf = (members: [string, SQL][]): SQL =>
  sql.join(
    members.flatMap(([name, value]) => [sql.raw(`'${name}'`), value]),
    sql`, `,
  );

export const sqliteDialect: Dialect = {
  made,
  numbers: listed,
  texts: listed,
  elements: (json) => sql`json_each(${json})`,
  members: (json) => sql`json_each(${json})`,
  pick: (json, path) => sql`json_extract(${json}, ${pathOf(path)})`,
  has: (json, name) => sql`json_type(${json}, ${pathOf([name])}) is not null`,
  object: (members) => sql`json_object(${membersOf(members)})`,
  array: (members) => sql`json_group_array(json_object(${membersOf(members)}))`,
  // What a sub-select gives is text to `json_object`, and would be quoted as a whole.
  nested: (query) => sql`json(${query})`,
  text: (json) => json,
  opened: (planned) => sql`select o.*, o.patch as changes from (${planned}) o`,
  like: (text, pattern) => sql`${text} like ${pattern} escape '\\'`,
  locks: () => [],
  insertRows,
};

function listed(values: (string | number)[]): SQL {
  return sql`in (select value from json_each(${JSON.stringify(values)}))`;
}

/**
 * One prepared statement performed for each row: twice as fast for wide rows as taking them apart with json_each (see
 * docs/decisions/staging-inserts.md).
 */
function insertRows(
  table: SQLiteTable,
  columns: SQLiteColumn[],
  rows: (string | number | null)[][],
  conflict?: SQLiteColumn[],
  same?: { column: SQLiteColumn; value: number | SQL },
): Write {
  const all = same ? [same.column, ...columns] : columns;
  // A number is a parameter too: statements are prepared once for all imports.
  const first = typeof same?.value === 'number' ? same.value : undefined;
  const marks = sql.raw(columns.map(() => '?').join(', '));
  const values = first !== undefined ? sql`?, ${marks}` : same ? sql`${same.value}, ${marks}` : marks;
  return {
    statement: sql`insert into ${sql.identifier(getTableName(table))} (${namesOf(all)})
      values (${values}) ${overwriting(all, conflict)}`,
    rows: first === undefined ? rows : rows.map((row) => [first, ...row]),
  };
}
