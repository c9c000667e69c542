/** Migrates the database of DATA_DIR; `npm start` runs it before the processes. */
import { join } from 'node:path';
import { databaseFile } from '../db/open-store';
import { migrateSqlite } from '../db/sqlite/migrate';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
migrateSqlite(databaseFile(process.env.DATA_DIR ?? join(root, 'data')), join(root, 'db/sqlite/migrations'));
