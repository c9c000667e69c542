import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { firstOwnId } from '../../lib/customer/fields';
import { migrateJobs } from './jobs';

/** The advisory lock under which the schema is changed; any number will do that nobody else takes. */
const lock = 7_246_011;

/**
 * Brings a database to the schema of this version. Processes that start at the same time do it once, the others wait.
 * @param folder the folder with the migrations
 */
export async function migratePostgres(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrate(drizzle(client), { migrationsFolder: folder });
    await migrateJobs(client);
    await client.query("insert into sequences (name, next) values ('customer_id', $1) on conflict do nothing", [
      firstOwnId,
    ]);
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}
