/**
 * Installs and builds what is not up to date. The first call on a fresh clone takes a minute or two, later ones less than
 * a second. A packed folder (scripts/pack.mjs) is complete, and has nothing to build from.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { exec } from './exec.mjs';
import { install } from './install.mjs';
import { withLock } from './lock.mjs';
import { nodeProgram, withNode } from './node.mjs';
import { inRoot } from './root.mjs';
import { Told } from './say.mjs';
import { hashSources } from './sources.mjs';

const recordFile = inRoot('dist', 'build.json');

/**
 * What `scripts/build.mjs` left behind.
 * @returns {{ stamp: string, server: string, packed?: boolean } | undefined} server: path of the web server, from the
 *   repository's root; packed: by scripts/pack.mjs
 */
export const readBuild = () => {
  if (!existsSync(recordFile)) return undefined;
  const record = JSON.parse(readFileSync(recordFile, 'utf8'));
  return existsSync(inRoot(record.server)) ? record : undefined;
};

const build = async (quiet) => {
  if (readBuild()?.stamp === hashSources()) return;
  if (!quiet) console.log('Building …');
  const { code, output } = await exec(nodeProgram(), [inRoot('scripts', 'build.mjs')], { env: withNode(), quiet });
  if (code !== 0) throw new Told(`${output}The build failed; the lines above say why.`);
};

/**
 * Only one process at a time prepares a folder; others wait for it. Throws a sentence where something fails.
 * @param {{ built?: boolean, quiet?: boolean }} options built: false leaves the build out; quiet shows output of failures only
 */
export const prepare = async ({ built = true, quiet = false } = {}) => {
  if (readBuild()?.packed) return;
  mkdirSync(inRoot('dist'), { recursive: true });
  await withLock(inRoot('dist', 'prepare.lock'), async () => {
    await install(quiet);
    if (built) await build(quiet);
  });
};
