import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { databaseFile } from '../../db/open-store';
import { migrateSqlite } from '../../db/sqlite/migrate';
import { bundleOptions } from '../../scripts/setup/bundle.mjs';
import { inRoot } from '../../scripts/setup/root.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the bundles of worker and database thread, and an empty migrated database. */
    dist: string;
  }
}

/** Bundles worker and database thread once for all tests, and makes the empty database that each copies. */
export default async function setUp({ provide }: TestProject): Promise<() => void> {
  const folder = join(inRoot('node_modules', '.cache', 'import-desk-test'), String(process.pid));
  await build(bundleOptions(folder));
  migrateSqlite(databaseFile(folder), inRoot('db', 'sqlite', 'migrations'));
  provide('dist', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
