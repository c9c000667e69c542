/** A table on its way from one engine to the other. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import * as postgresTables from '../postgres/schema';
import { sqliteTables } from '../tables';
import { MoveRefused } from './refused';

export interface MovedTable {
  name: string;
  /** The table of the target; its columns have the order of `columns`. */
  target: PgTable;
  columns: string[];
  /** The columns of the primary key, and where in a row they are. */
  key: { name: string; at: number; type: string }[];
  /** The column whose values the target gives out from now on, where there is one. */
  serial: string | undefined;
}

/** A row in the order of the columns: whole numbers as text too, so that both sides compare alike. */
export type MovedRow = (string | null)[];

type TableName = keyof typeof sqliteTables;
const twins: Record<TableName, PgTable> = postgresTables;

function movedTable(name: TableName): MovedTable {
  const source = sqliteTables[name];
  const target = twins[name];
  const columns = Object.values(getTableColumns(source)) as SQLiteColumn[];
  const made = Object.values(getTableColumns(target)) as PgColumn[];
  const primary = getTableConfig(source).primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  return {
    name: getTableName(source),
    target,
    columns: columns.map((column) => column.name),
    key: primary.map((column) => {
      const at = columns.findIndex((each) => each.name === column.name);
      return { name: column.name, at, type: made[at]!.dataType === 'number' ? 'bigint' : 'text' };
    }),
    serial: made.find((column) => column.getSQLType() === 'bigserial')?.name,
  };
}

/** Signs of life: a moved database has none. */
const notCopied: TableName = 'workers';

/** Every table that both engines have; the jobs, which each has in its own way, are handed over. */
export const movedTables = (): MovedTable[] =>
  (Object.keys(sqliteTables) as TableName[]).filter((name) => name !== notCopied).map(movedTable);

export const keyOf = ({ key }: MovedTable, row: MovedRow): string[] => key.map(({ at }) => row[at]!);

/** A row of SQLite as it is compared and sent. Throws where a value cannot be kept: the target has no such text. */
export function plainRow(table: MovedTable, row: unknown[]): MovedRow {
  return row.map((value, at) => {
    if (value === null || (typeof value === 'string' && !value.includes('\0'))) return value;
    if (typeof value === 'bigint') return String(value);
    const what = typeof value === 'string' ? 'a NUL character' : 'a value that is neither text nor a whole number';
    const key = table.key.map((each) => `${each.name} ${row[each.at]}`).join(', ');
    throw new MoveRefused(
      `Column ${table.columns[at]} of table ${table.name} holds ${what}, which PostgreSQL cannot keep there (${key}).`,
    );
  });
}
