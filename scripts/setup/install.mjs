/** `npm ci`, only when node_modules does not fit package-lock.json. Plain for old Node: this runs on a fresh clone. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exec } from './exec.mjs';
import { inRoot } from './root.mjs';
import { Told } from './say.mjs';

const stampFile = inRoot('node_modules', '.import-desk-installed');
const wantedStamp = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

const versions = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Someone may have run `npm ci` themselves: npm leaves a list of what it installed. */
const fits = () => {
  const wanted = versions(inRoot('package-lock.json'));
  const present = versions(inRoot('node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
};

const isInstalled = () => {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp()) return true;
  if (!fits()) return false;
  writeFileSync(stampFile, wantedStamp());
  return true;
};

/** npm as it was called (npm tells its scripts), or the one on the PATH. */
const npm = (parameters, options) => {
  const { npm_execpath: path, npm_node_execpath: node } = process.env;
  if (path?.endsWith('npm-cli.js')) return exec(node ?? process.execPath, [path, ...parameters], options);
  return exec(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, options);
};

/** Makes node_modules fit the lockfile. */
export const install = async (quiet = false) => {
  if (isInstalled()) return;
  if (!quiet) console.log('Installing packages …');
  // Without their install scripts: npm would call a compiler for better-sqlite3, which brings its program along.
  const parameters = ['ci', '--include=dev', '--ignore-scripts', '--loglevel=error'];
  const { code, output } = await npm(parameters, { quiet });
  if (code !== 0) throw new Told(`${output}The packages could not be installed; the lines above say why.`);
  writeFileSync(stampFile, wantedStamp());
};
