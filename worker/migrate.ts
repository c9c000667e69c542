/** Migrates the database of DATABASE_URL or DATA_DIR; `npm start` runs it before the processes. */
import { join } from 'node:path';
import { databaseFile } from '../db/open-store';
import { migratePostgres } from '../db/postgres/migrate';
import { migrateSqlite } from '../db/sqlite/migrate';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const url = process.env.DATABASE_URL;
if (url) await migratePostgres(url, join(root, 'db/postgres/migrations'));
else migrateSqlite(databaseFile(process.env.DATA_DIR ?? join(root, 'data')), join(root, 'db/sqlite/migrations'));
