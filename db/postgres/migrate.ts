import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { firstOwnId } from '../../lib/customer/fields';
import { migrateJobs } from './jobs';
import { Unusable } from './unusable';

/** How long a server may take to answer, in ms. */
const patience = 30_000;
/** The advisory lock under which the schema is changed; any number will do that nobody else takes. */
const lock = 7_246_011;

/**
 * Brings a database to the schema of this version. Processes that start at the same time do it once, the others wait.
 * @param folder the folder with the migrations
 * @throws Unusable
 */
export async function migratePostgres(url: string, folder: string): Promise<void> {
  const client = await connect(url);
  try {
    await expectUnicode(client);
    await client.query('select pg_advisory_lock($1)', [lock]);
    await migrate(drizzle(client), { migrationsFolder: folder })
      .then(() => migrateJobs(client))
      .catch((error) => {
        throw unusable(error) ?? error;
      });
    await client.query("insert into sequences (name, next) values ('customer_id', $1) on conflict do nothing", [
      firstOwnId,
    ]);
  } finally {
    // The lock ends with the connection.
    await client.end();
  }
}

/** What a database can have against our tables, by its code (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
function unusable(error: unknown): Unusable | undefined {
  const { code, message } = ((error as Error).cause ?? error) as { code?: string; message: string };
  if (code === '42501') {
    return new Unusable(
      `The user of DATABASE_URL may not make what Import Desk needs: ${message}. Make it the owner of the database, or grant it CREATE on the database and on its schema public.`,
    );
  }
  if (code === '42P07') {
    return new Unusable(
      `The database is not empty, and what is in it is not of Import Desk: ${message}. Give Import Desk a database of its own.`,
    );
  }
  return undefined;
}

async function connect(url: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new Unusable('DATABASE_URL must begin with postgres://.');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  await client.connect().catch((error) => {
    throw new Unusable(`The database of DATABASE_URL cannot be reached: ${error.message || error.code}`);
  });
  return client;
}

/** Any text must fit, of any file. */
async function expectUnicode(client: pg.Client): Promise<void> {
  const { rows } = await client.query('show server_encoding');
  const encoding: string = rows[0].server_encoding;
  if (encoding === 'UTF8') return;
  throw new Unusable(
    `The database has the encoding ${encoding}, into which not every name fits. Make one with UTF8: create database … encoding 'UTF8' template template0`,
  );
}
