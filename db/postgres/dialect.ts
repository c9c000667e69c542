/** PostgreSQL's way of saying what the engines say differently. */
import { randomUUID } from 'node:crypto';
import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Dialect } from '../dialect';
import { namesOf, overwriting } from '../insert-clauses';
import { int } from '../store/casts';
import type { Write } from '../write';

/** As text from the beginning: what is made here is only ever stored or sent. A row may have any number of members. */
const object = (members: [string, SQL][]): SQL =>
  sql`(select row_to_json(m) from (select ${sql.join(
    members.map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )}) m)`;

export const postgresDialect: Dialect = {
  // Selected, so that it is asked once: an index is no use for what could be another number for each row.
  made: (table) => sql`(select currval(pg_get_serial_sequence(${sql.raw(`'${table}'`)}, 'id')))`,
  // Not `in (select unnest(…))`: that is joined, by a plan that is a bad one where the table has grown since its last analysis.
  numbers: (values) => sql`= any(${sql.param(values)}::bigint[])`,
  texts: (values) => sql`= any(${sql.param(values)}::text[])`,
  elements: (json) =>
    sql`lateral (select e.value, e.key - 1 as key from jsonb_array_elements_text((${json})::jsonb) with ordinality e(value, key))`,
  members: (json) => sql`lateral (select e.key, e.value from jsonb_each((${json})::jsonb) e)`,
  pick: (json, path, kind) => {
    const value = sql`((${json})::jsonb #>> ${sql.raw(`'{${path.map((step) => `"${step}"`).join(',')}}'`)})`;
    return kind === 'integer' ? sql`(${value})::bigint` : value;
  },
  has: (json, name) => sql`jsonb_exists((${json})::jsonb, ${sql.raw(`'${name}'`)})`,
  object,
  array: (members) => sql`coalesce(json_agg(${object(members)}), '[]')`,
  nested: (query) => query,
  text: (json) => sql`(${json})::text`,
  // Parsing the text is most of the work of a pick. `offset` keeps the planner from doing it where each value is wanted.
  opened: (
    planned,
  ) => sql`select o.row, o.target, o.reserved_uuid, o.patch, o.plan::jsonb as plan, o.patch::jsonb as changes
    from (${planned}) o offset 0`,
  like: (text, pattern) => sql`${text} ilike ${pattern} escape '\\'`,
  locks,
  insertRows,
};

/**
 * Two imports could each create a customer with the same key, for neither sees what the other has not committed yet. So
 * chunks of different imports take turns, while those of one import, in which no key stands twice, go on side by side: an
 * import holds its own lock together with itself and the others' alone. Always in the same order, so that two chunks wait
 * for each other and never for good.
 */
function locks(planned: SQL, importId: number | SQL | null): SQL[] {
  const held = (id: SQL) => sql`${sql.raw(String(commitLocks))} + ${id}`;
  const turns = sql`select case when i.id = ${importId} then pg_advisory_xact_lock_shared(${held(sql`i.id`)})
    else pg_advisory_xact_lock(${held(sql`i.id`)}) end
    from (select id from imports where state = 'committing' order by id) i`;
  const updated = sql`select c.id from customers c
    where c.id in (select p.target from (${planned}) p where p.disposition = 'update') order by c.id for update`;
  return importId === null ? [updated] : [turns, updated];
}

/** Where the advisory locks of imports begin; any number will do that nobody else takes. */
const commitLocks = 7_246_012_000_000_000;

/** What stands between two values, and for a missing one: characters that hardly any value has, so that none is escaped. */
const [between, missing] = ['\x1e', '\x1f'];

/**
 * A column of rows as one text, taken apart by PostgreSQL: a quarter of the work of writing an array, in which each quotation
 * mark of the JSON columns is escaped. The first part is dropped again, for an empty text would be no part at all.
 */
function arrayOf(rows: (string | number | null)[][], at: number): SQL {
  let [separator, empty] = [between, missing];
  const taken = (value: string | number | null | undefined) =>
    typeof value === 'string' && (value.includes(separator) || value.includes(empty));
  while (rows.some((row) => taken(row[at]))) [separator, empty] = [randomUUID(), randomUUID()];
  let parts = '';
  for (const row of rows) parts += separator + (row[at] ?? empty);
  return sql`(string_to_array(${parts}, ${separator}, ${empty}))[2:]`;
}

/** One statement with an array for each column. */
function insertRows(
  table: SQLiteTable,
  columns: SQLiteColumn[],
  rows: (string | number | null)[][],
  conflict?: SQLiteColumn[],
  same?: { column: SQLiteColumn; value: number | SQL },
): Write {
  const all = same ? [same.column, ...columns] : columns;
  const arrays = columns.map((column, at) => {
    const [type] = column.getSQLType().split(' ');
    return sql`${arrayOf(rows, at)}::${sql.raw(type === 'bigserial' ? 'bigint' : type!)}[]`;
  });
  return {
    statement: sql`insert into ${sql.identifier(getTableName(table))} (${namesOf(all)})
      select ${same ? sql`${typeof same.value === 'number' ? int(same.value) : same.value}, ` : sql``}u.* from unnest(${sql.join(arrays, sql`, `)}) u ${overwriting(all, conflict)}`,
  };
}
