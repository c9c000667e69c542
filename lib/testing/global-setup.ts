import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { databaseFile } from '../../db/open-store';
import { migrateSqlite } from '../../db/sqlite/migrate';
import { bundleOptions } from '../../scripts/setup/bundle.mjs';
import { startPostgres } from '../../scripts/setup/postgres.mjs';
import { inRoot } from '../../scripts/setup/root.mjs';
import { makeMigrated } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the bundles of worker and database thread, and an empty migrated database. */
    dist: string;
    /** A PostgreSQL server, as the start of the URL of a database on it. */
    postgres: string;
  }
}

/**
 * Bundles worker and database thread once for all tests, makes the empty database that each copies, and starts a
 * PostgreSQL with one like it.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = join(inRoot('node_modules', '.cache', 'import-desk-test'), String(process.pid));
  await build(bundleOptions(folder));
  migrateSqlite(databaseFile(folder), inRoot('db', 'sqlite', 'migrations'));
  // A test database need not outlive a power failure.
  const postgres = await startPostgres({ settings: { fsync: 'off' } });
  await makeMigrated(postgres.url);
  provide('dist', folder);
  provide('postgres', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
