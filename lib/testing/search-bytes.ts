/** Every byte that storage has, to be looked through for what must not be there. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from './postgres';

/** Which of some texts stand in clear in a file below a folder: `text in file`. */
export function foundInFiles(folder: string, texts: string[]): string[] {
  const files = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${name}`);
  });
}

/** Which of some texts stand in clear in a row of a table of a PostgreSQL database: `text in table`. */
export const foundInTables = (url: string, texts: string[]): Promise<string[]> =>
  withClient(url, async (client) => {
    const { rows: tables } = await client.query(
      "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'pgboss')",
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`select t::text as text from ${name} t`);
      for (const text of texts) if (rows.some((row) => row.text.includes(text))) found.push(`${text} in ${name}`);
    }
    return found;
  });
