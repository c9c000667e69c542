#!/usr/bin/env node
/**
 * `node scripts/pack.mjs FOLDER`: copies the build and all it needs to run into a folder, and nothing that builds. The
 * scripts in there neither install nor build. The Dockerfile makes its image of it. See docs/decisions/images.md.
 */
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { bundleOptions } from './setup/bundle.mjs';
import { findPackages } from './setup/packages.mjs';
import { readBuild } from './setup/prepare.mjs';
import { inRoot } from './setup/root.mjs';
import { run, Told } from './setup/say.mjs';

const commands = ['admin', 'healthy', 'migrate', 'start', 'web', 'worker'];

/** Leaves out tests and types. */
const isScript = (path) => extname(path) === '' || /(?<!\.d)\.[mc]js$/.test(path);
/** Leaves out the bundles of `npm run dev`, and locks. */
const isBuilt = (path) => path !== inRoot('dist', 'dev') && extname(path) !== '.lock';
/** Of better-sqlite3, leaves out its sources and the programs for other machines. */
const ofThisMachine = `${process.platform}-${process.arch}.node`;
const isNeeded = (path) => !/better-sqlite3.(deps|src)$/.test(path) && (!path.endsWith('.node') || isOurs(path));
const isOurs = (path) => !path.includes('prebuilds') || path.endsWith(join('prebuilds', ofThisMachine));

run(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new Told('Usage: node scripts/pack.mjs FOLDER');
  const build = readBuild();
  if (build === undefined) throw new Told('There is no build; run: npm run build');
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Told(`${folder} is not empty.`);

  const copy = (path, filter) =>
    cpSync(inRoot(path), join(resolve(folder), path), { recursive: true, filter, verbatimSymlinks: true });
  copy('package.json');
  for (const name of commands) copy(`scripts/${name}.mjs`);
  for (const path of ['scripts/run', 'scripts/setup']) copy(path, isScript);
  for (const engine of ['sqlite', 'postgres']) copy(`db/${engine}/migrations`);
  for (const path of findPackages(bundleOptions('dist').external)) copy(path, isNeeded);
  copy('.next/standalone', isNeeded);
  copy('dist', isBuilt);
  // Last: without it there is no build.
  writeFileSync(join(folder, 'dist', 'build.json'), JSON.stringify({ ...build, packed: true }));
});
