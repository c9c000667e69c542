/** A hash over everything the build is made of. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const folders = ['app', 'components', 'db', 'files', 'lib', 'worker', 'public'];
const files = [
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.cjs',
  'postcss.config.mjs',
  'proxy.ts',
  'scripts/build.mjs',
  'tsconfig.json',
];
const isTest = (path) =>
  /\.test\.tsx?$/.test(path) ||
  [join('lib', 'testing'), join('files', 'testing')].some((folder) => path.startsWith(folder));

const walk = (path) => {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return isTest(path) ? [] : [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => walk(join(path, name)));
};

/** @returns {string} the same for the same sources on the same kind of machine */
export const hashSources = () => {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const path of [...folders, ...files].flatMap(walk)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};
