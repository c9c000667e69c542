import pg from 'pg';
import { Unusable } from './unusable';

/** How many connections web servers and workers have to a database just now. @throws Unusable */
export async function countConnections(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect().catch((error) => {
    throw new Unusable(`The database of DATABASE_URL cannot be reached: ${error.message || error.code}`);
  });
  try {
    const { rows } = await client.query(
      "select count(*)::int as there from pg_stat_activity where datname = current_database() and application_name = 'import-desk'",
    );
    return rows[0].there;
  } finally {
    await client.end();
  }
}
