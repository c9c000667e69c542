/** What the engines say differently, as parts of SQL. Everything else in `db/store` is said once for all of them. */
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Write } from './write';

/** How a value inside JSON is taken out; a JSON null is NULL. */
export type Kind = 'text' | 'integer';

export interface Dialect {
  /** The number of the import, or operation, that this transaction made last. */
  made(table: 'imports' | 'operations'): SQL;
  /** Is one of these numbers, however many: what stands behind a column. */
  numbers(values: number[]): SQL;
  /** Is one of these texts, however many: what stands behind a column. */
  texts(values: string[]): SQL;
  /** The elements of a JSON array as a table with `key` (0, 1, …) and `value`, to be joined `on true`. */
  elements(json: SQL): SQL;
  /** The members of a JSON object as a table with `key` and `value`, to be joined `on true`. */
  members(json: SQL): SQL;
  /** A value inside JSON. */
  pick(json: SQL, path: (string | number)[], kind: Kind): SQL;
  /** Whether a JSON object has a member, be it null. */
  has(json: SQL, name: string): SQL;
  /** A JSON object. */
  object(members: [name: string, value: SQL][]): SQL;
  /** Aggregates the rows of a query into a JSON array of objects. */
  array(members: [name: string, value: SQL][]): SQL;
  /** The JSON that a sub-query gives, as a member of an `object`. */
  nested(query: SQL): SQL;
  /** JSON as the text that a column holds. */
  text(json: SQL): SQL;
  /** Planned rows, their `plan` and, as `changes`, their patch made ready once for all that `pick` and `has` take out. */
  opened(planned: SQL): SQL;
  /** Whether folded text holds a pattern, whatever the case of its ASCII letters. */
  like(text: SQL, pattern: string): SQL;
  /**
   * Keeps others away until the transaction ends: from the customers that planned rows update, and other imports from
   * creating customers with the same keys. Nothing where only one writes at a time.
   * @param planned a sub-select with the columns of `import_plans`, without its alias
   * @param importId null where nothing is created
   */
  locks(planned: SQL, importId: number | SQL | null): SQL[];
  /**
   * Inserts rows given as arrays in the order of `columns`, as they are stored.
   * @param conflict columns of the primary key: rows that exist are overwritten
   * @param same a column that is the same in all rows, and not among `columns`
   */
  insertRows(
    table: SQLiteTable,
    columns: SQLiteColumn[],
    rows: (string | number | null)[][],
    conflict?: SQLiteColumn[],
    same?: { column: SQLiteColumn; value: number | SQL },
  ): Write;
}
