import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import { dropDatabase, makeDatabase, withClient } from '../../lib/testing/postgres';
import { inRoot } from '../../scripts/setup/root.mjs';
import { sqliteTables } from '../tables';
import { migratePostgres } from './migrate';

it('a migrated database has the tables, columns and indexes that SQLite has', async () => {
  const url = await makeDatabase();
  try {
    const [columns, indexes] = await withClient(url, async (client) => [
      (
        await client.query(
          'select table_name, column_name, is_nullable from information_schema.columns where table_schema = current_schema()',
        )
      ).rows,
      (await client.query('select indexname, indexdef from pg_indexes')).rows,
    ]);
    for (const table of Object.values(sqliteTables)) {
      const name = getTableName(table);
      const made = columns.filter((column) => column.table_name === name);
      const wanted = Object.values(getTableColumns(table));
      expect(made.map((column) => column.column_name).sort(), name).toEqual(wanted.map((column) => column.name).sort());
      for (const { name: column, notNull, primary } of wanted) {
        const found = made.find((each) => each.column_name === column);
        expect(found.is_nullable, `${name}.${column}`).toBe(notNull || primary ? 'NO' : 'YES');
      }
      for (const { config } of getTableConfig(table).indexes) {
        const index = indexes.find((each) => each.indexname === config.name);
        expect(index?.indexdef, config.name).toContain(config.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX');
        expect(index.indexdef.includes(' WHERE '), config.name).toBe(config.where !== undefined);
      }
    }
  } finally {
    await dropDatabase(url);
  }
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
