/** Tables of PostgreSQL made from those of SQLite, so that there is one list of columns and indexes and no second to keep. */
import { getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  customType,
  index,
  type PgColumnBuilderBase,
  type PgTable,
  pgTable,
  primaryKey,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { getTableConfig, SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** Text in the order of its code points, as SQLite compares it. */
const text = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A truth value as 0 or 1, as SQLite has it, so that conditions are written once. */
const flag = customType<{ data: boolean; driverData: number }>({
  dataType: () => 'smallint',
  toDriver: (value) => (value ? 1 : 0),
  fromDriver: (value) => value === 1,
});

/** Milliseconds since 1970, handed over as a `Date`. Drizzle's own queries hand a bigint over as text, whatever our pool says. */
const moment = customType<{ data: Date; driverData: number | string }>({
  dataType: () => 'bigint',
  toDriver: (value) => value.getTime(),
  fromDriver: (value) => new Date(Number(value)),
});

/** The table of PostgreSQL with the columns, keys and indexes of one of SQLite. */
export function twin(table: SQLiteTable): PgTable {
  const columns = getTableColumns(table);
  const { primaryKeys, indexes } = getTableConfig(table);
  const builders = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, builderOf(column)]));
  return pgTable(getTableName(table), builders, (made) => {
    const named = (column: SQLiteColumn) => Object.values(made).find(({ name }) => name === column.name) as AnyPgColumn;
    return [
      ...primaryKeys.map((key) => primaryKey({ columns: many(key.columns.map(named)) })),
      ...indexes.map(({ config }) => {
        const of = (config.unique ? uniqueIndex : index)(config.name).on(
          ...many(config.columns.map((column) => (column instanceof SQLiteColumn ? named(column) : (column as SQL)))),
        );
        return config.where ? of.where(config.where) : of;
      }),
    ];
  });
}

function builderOf(column: SQLiteColumn): PgColumnBuilderBase {
  const { name } = column;
  if ((column as { autoIncrement?: boolean }).autoIncrement) return bigserial(name, { mode: 'number' }).primaryKey();
  const builder =
    column.dataType === 'boolean'
      ? flag(name)
      : column.dataType === 'date'
        ? moment(name)
        : column.dataType === 'number'
          ? bigint(name, { mode: 'number' })
          : text(name);
  const key = column.primary ? builder.primaryKey() : builder;
  return column.notNull ? key.notNull() : key;
}

const many = <T>(list: T[]): [T, ...T[]] => list as [T, ...T[]];
