import { randomUUID } from 'node:crypto';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { expect, inject, it } from 'vitest';
import { dropDatabase, makeDatabase, withClient } from '../../lib/testing/postgres';
import { inRoot } from '../../scripts/setup/root.mjs';
import { sqliteTables } from '../tables';
import { migratePostgres } from './migrate';

/** What the twin of a column is on PostgreSQL. */
const typeOf = (column: { dataType: string }) =>
  column.dataType === 'boolean' ? 'smallint' : ['number', 'date'].includes(column.dataType) ? 'bigint' : 'text';

it('a migrated database has the tables, columns, types, keys and indexes that SQLite has', async () => {
  const url = await makeDatabase();
  try {
    const [columns, indexes, tables] = await withClient(url, async (client) => [
      (
        await client.query(
          'select table_name, column_name, is_nullable, data_type from information_schema.columns where table_schema = current_schema()',
        )
      ).rows,
      (
        await client.query(`select t.relname as table, i.relname as name, x.indisunique as unique, x.indisprimary as primary,
          pg_get_expr(x.indpred, x.indrelid) as where,
          array(select pg_get_indexdef(x.indexrelid, n::int, true) from generate_series(1, x.indnkeyatts) n) as columns
          from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
          join pg_namespace s on s.oid = t.relnamespace where s.nspname = current_schema()`)
      ).rows,
      (await client.query('select tablename from pg_tables where schemaname = current_schema()')).rows,
    ]);
    const wantedTables = Object.values(sqliteTables);
    expect(tables.map((table) => table.tablename).sort()).toEqual(wantedTables.map(getTableName).sort());
    for (const table of wantedTables) {
      const name = getTableName(table);
      const { indexes: wantedIndexes, primaryKeys } = getTableConfig(table);
      const wanted = Object.values(getTableColumns(table));
      const made = columns.filter((column) => column.table_name === name);
      const shape = (column: string, type: string, nullable: boolean) =>
        `${column} ${type}${nullable ? '' : ' not null'}`;
      expect(made.map((each) => shape(each.column_name, each.data_type, each.is_nullable === 'YES')).sort()).toEqual(
        wanted.map((each) => shape(each.name, typeOf(each), !each.notNull && !each.primary)).sort(),
      );
      const own = indexes.filter((index) => index.table === name);
      const key = primaryKeys[0]?.columns ?? wanted.filter(({ primary }) => primary);
      expect(own.find(({ primary }) => primary)?.columns.map(unquoted), name).toEqual(key.map((column) => column.name));
      expect(
        own
          .filter(({ primary }) => !primary)
          .map(plain)
          .sort(byName),
      ).toEqual(
        wantedIndexes
          .map(({ config }) => ({
            name: config.name,
            unique: config.unique,
            columns: config.columns.map((column) => (column as { name: string }).name),
            where: config.where ? squeezed(new SQLiteAsyncDialect().sqlToQuery(config.where).sql) : null,
          }))
          .sort(byName),
      );
    }
  } finally {
    await dropDatabase(url);
  }
});

interface Index {
  name: string;
  unique: boolean;
  columns: string[];
  where: string | null;
}

const byName = (one: Index, other: Index) => (one.name < other.name ? -1 : 1);
/** As each engine says a condition, without its brackets, casts and quotes. */
const squeezed = (where: string) => where.toLowerCase().replaceAll(/[()"\s]|::text/g, '');
const unquoted = (name: string) => name.replaceAll('"', '');
const plain = ({ name, unique, columns, where }: Index) => ({
  name,
  unique,
  columns: columns.map(unquoted),
  where: where && squeezed(where),
});

it('many that start at the same time migrate once', async () => {
  const url = await makeDatabase({ migrated: false });
  try {
    await Promise.all(Array.from({ length: 6 }, () => migratePostgres(url, inRoot('db', 'postgres', 'migrations'))));
    const { rows } = await withClient(url, (client) => client.query('select name, next from sequences'));
    expect(rows).toEqual([{ name: 'customer_id', next: '1000000000000' }]);
  } finally {
    await dropDatabase(url);
  }
});

it('a database that does not take every text is refused in words', async () => {
  const name = `latin_${randomUUID().replaceAll('-', '')}`;
  const server = inject('postgres');
  const onServer = (statement: string) =>
    withClient(`${server}/postgres`, async (client) => void (await client.query(statement)));
  await onServer(`create database ${name} encoding 'LATIN1' template template0`);
  const folder = inRoot('db', 'postgres', 'migrations');
  await expect(migratePostgres(`${server}/${name}`, folder)).rejects.toThrow('has the encoding LATIN1');
  await onServer(`drop database ${name}`);
  await expect(migratePostgres(`${server}/${name}`, folder)).rejects.toThrow('cannot be reached');
  await expect(migratePostgres('mysql://x', folder)).rejects.toThrow('must begin with postgres://');
});

it('a database of somebody else, or one that we may not make anything in, is refused in words', async () => {
  const [url, user] = [await makeDatabase({ migrated: false }), `guest_${randomUUID().replaceAll('-', '')}`];
  const folder = inRoot('db', 'postgres', 'migrations');
  const guest = new URL(url);
  guest.username = user;
  guest.password = 'guest';
  try {
    await withClient(url, async (client) => {
      await client.query(`create user ${user} password 'guest'`);
      await client.query('create table customers (a integer)');
    });
    await expect(migratePostgres(url, folder)).rejects.toThrow('The database is not empty');
    await expect(migratePostgres(guest.href, folder)).rejects.toThrow('may not make what Import Desk needs');
  } finally {
    await dropDatabase(url);
    await withClient(`${inject('postgres')}/postgres`, (client) => client.query(`drop user ${user}`));
  }
});
