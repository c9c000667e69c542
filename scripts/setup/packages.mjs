/** Which packages others need to run. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './root.mjs';

/**
 * @param {string[]} names of packages that are installed
 * @returns {string[]} paths, from the repository's root, of these packages and of all that they depend on
 */
export const findPackages = (names) => {
  const found = new Set();
  const add = (name, from, optional) => {
    const path = locate(name, from);
    if (path === undefined && !optional)
      throw new Error(`${name} is not installed, which ${from || 'the build'} needs.`);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(inRoot(path, 'package.json'), 'utf8'),
    );
    for (const needed of Object.keys(dependencies)) add(needed, path, needed in optionalDependencies);
    for (const needed of Object.keys(optionalDependencies)) add(needed, path, true);
  };
  for (const name of names) add(name, '', false);
  return [...found];
};

/** As Node looks for a package: in the folder itself, then above. */
const locate = (name, from) => {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(inRoot(path, 'package.json'))) return path;
    if (folder === '' || folder === '.') return undefined;
  }
};
