/** What esbuild makes of the parts that run outside Next. */
import { inRoot } from './root.mjs';

/** File in dist/ → its source. */
const parts = {
  worker: 'worker/main.ts',
  migrate: 'worker/migrate.ts',
  admin: 'worker/admin.ts',
  'sqlite-thread': 'db/sqlite/thread.ts',
};

/** What the parts load later or share, inside dist/. The names change with the content, so old ones are left behind. */
export const shared = 'shared';

// Packages written for `require` find it here although the bundle is a module.
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

/**
 * Options of esbuild. Everything is bundled but what brings native code or files of its own: those resolve from
 * node_modules, two folders up or one.
 * @param {string} folder where the bundles go
 * @returns {import('esbuild').BuildOptions}
 */
export const bundleOptions = (folder) => ({
  absWorkingDir: inRoot(),
  entryPoints: parts,
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What is imported only when it is needed, as the SDK of object storage, costs nothing until then.
  splitting: true,
  chunkNames: `${shared}/[name]-[hash]`,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: ['better-sqlite3', 'pino'],
  banner: { js: banner },
  tsconfig: inRoot('tsconfig.json'),
  logLevel: 'warning',
});
