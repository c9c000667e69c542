import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const tests = (...folders: string[]) => folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    environment: 'node',
    globalSetup: 'lib/testing/global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Those of the databases and the workers wait about as much as they work.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      // They keep nothing in modules or globals, so they share what they import: a third less time.
      { test: { name: 'units', include: tests('lib', 'db', 'files', 'components'), isolate: false } },
      // Replaced modules, the desk of the process and its environment are for one file each.
      { test: { name: 'programs', include: tests('app', 'worker', 'scripts') } },
    ],
  },
});
