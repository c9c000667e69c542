/** Programs that come with the system, not from npm: the browser, the sqlite3 program, PostgreSQL, and what runs examples. */
import { findChromium, findProgram } from './chromium.mjs';
import { exec } from './exec.mjs';
import { findPostgres } from './postgres.mjs';
import { Told } from './say.mjs';

const wanted = [
  { name: 'chromium', isThere: () => findChromium() !== undefined },
  { name: 'sqlite3', isThere: () => findProgram('sqlite3') !== undefined },
  { name: 'postgresql', isThere: () => findPostgres() !== undefined },
  // What runs the examples of docs/api/examples.md, beside Node.
  { name: 'curl', isThere: () => findProgram('curl') !== undefined },
  { name: 'python3', isThere: () => findProgram('python3') !== undefined },
];

/** Installs with apt-get where we may; throws a sentence that names what is missing otherwise. */
export const installPrograms = async () => {
  const missing = wanted.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  const list = missing.join(', ');
  if (process.getuid?.() !== 0 || findProgram('apt-get') === undefined) {
    throw new Told(`Please install ${list}; on Debian: sudo apt-get install ${missing.join(' ')}`);
  }
  console.log(`Installing ${list} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { output: first } = await exec('apt-get', ['update', '-qq'], { env, quiet: true });
  const parameters = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
  const { code, output } = await exec('apt-get', parameters, { env, quiet: true });
  if (code !== 0) throw new Told(`${list} could not be installed:\n${first}${output}`);
};
