/** Migrates the database of DATABASE_URL or DATA_DIR, and makes the bucket of S3_BUCKET; `npm start` runs it before the processes. */
import { join } from 'node:path';
import { databaseFile } from '../db/open-store';
import { migratePostgres } from '../db/postgres/migrate';
import { migrateSqlite } from '../db/sqlite/migrate';
import { prepareFiles } from '../files/open-files';
import { StorageFault } from '../files/s3-settings';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const url = process.env.DATABASE_URL;
if (url) await migratePostgres(url, join(root, 'db/postgres/migrations'));
else migrateSqlite(databaseFile(process.env.DATA_DIR ?? join(root, 'data')), join(root, 'db/sqlite/migrations'));

await prepareFiles().catch((error) => {
  if (!(error instanceof StorageFault)) throw error;
  console.error(error.message);
  process.exit(1);
});
