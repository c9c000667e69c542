/** Migrates the database of DATABASE_URL or DATA_DIR, makes sure that the secret key is its own, and makes the bucket of S3_BUCKET; `npm start` runs it before the processes. */
import { join } from 'node:path';
import { databaseFile, openEngine } from '../db/open-store';
import { migratePostgres } from '../db/postgres/migrate';
import { Unusable } from '../db/postgres/unusable';
import { migrateSqlite } from '../db/sqlite/migrate';
import { settingStore } from '../db/store/limits';
import { prepareFiles } from '../files/open-files';
import { StorageFault } from '../files/s3-settings';
import { findSecretKey, readSecretKey } from '../files/secret-key';
import { expectKey, expectNoKey, WrongKey } from '../lib/secret-check';
import { openVault } from '../lib/vault';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const dataDir = process.env.DATA_DIR ?? join(root, 'data');
const url = process.env.DATABASE_URL;
/** What whoever set it up can mend is said in one sentence; all else is a fault of ours, with its stack. */
const tell = (error: unknown) => {
  if (!(error instanceof StorageFault || error instanceof Unusable || error instanceof WrongKey)) throw error;
  console.error(error.message);
  process.exit(1);
};

if (url) await migratePostgres(url, join(root, 'db/postgres/migrations')).catch(tell);
else migrateSqlite(databaseFile(dataDir), join(root, 'db/sqlite/migrations'));
await checkSecretKey().catch(tell);
await prepareFiles().catch(tell);

async function checkSecretKey(): Promise<void> {
  const engine = openEngine(dataDir, process.env.IMPORT_DESK_DIST ?? join(root, 'dist'), url);
  try {
    const settings = settingStore(engine);
    if (!(await findSecretKey(dataDir))) await expectNoKey(settings);
    await expectKey(settings, openVault(await readSecretKey(dataDir)));
  } finally {
    await engine.close();
  }
}
