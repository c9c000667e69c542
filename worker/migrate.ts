/** Migrates the database of DATABASE_URL or DATA_DIR, and makes the bucket of S3_BUCKET; `npm start` runs it before the processes. */
import { join } from 'node:path';
import { databaseFile } from '../db/open-store';
import { migratePostgres } from '../db/postgres/migrate';
import { Unusable } from '../db/postgres/unusable';
import { migrateSqlite } from '../db/sqlite/migrate';
import { prepareFiles } from '../files/open-files';
import { StorageFault } from '../files/s3-settings';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const url = process.env.DATABASE_URL;
/** What whoever set it up can mend is said in one sentence; all else is a fault of ours, with its stack. */
const tell = (error: unknown) => {
  if (!(error instanceof StorageFault || error instanceof Unusable)) throw error;
  console.error(error.message);
  process.exit(1);
};

if (url) await migratePostgres(url, join(root, 'db/postgres/migrations')).catch(tell);
else migrateSqlite(databaseFile(process.env.DATA_DIR ?? join(root, 'data')), join(root, 'db/sqlite/migrations'));
await prepareFiles().catch(tell);
