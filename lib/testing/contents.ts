/** What databases hold, table by table. */
import { onDatabase } from './database';
import { withClient } from './postgres';

/** Rows of each table of a target that has any, but for what migrations put there. */
export const rowsThere = (url: string): Promise<Record<string, number>> =>
  withClient(url, async (client) => {
    const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
    const counts = [];
    for (const { tablename } of rows) {
      const { rows: found } = await client.query(`select count(*) from ${tablename}`);
      counts.push([tablename, Number(found[0].count)]);
    }
    return Object.fromEntries(counts.filter(([name, count]) => count > 0 && name !== 'sequences'));
  });

/** Every table of a database of SQLite. */
export const tablesOf = (dataDir: string): string[] =>
  onDatabase(dataDir, (database) =>
    database
      .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite@_%' escape '@'")
      .pluck()
      .all(),
  ).map(String);

/** Everything a database of SQLite holds. */
export const contentOf = (dataDir: string): unknown =>
  onDatabase(dataDir, (database) => tablesOf(dataDir).map((name) => database.prepare(`select * from ${name}`).all()));
