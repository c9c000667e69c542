/** The checks of `npm test`, in order. Each gives how many passed and failed, and what to show when some failed. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installPrograms } from '../setup/debian.mjs';
import { exec } from '../setup/exec.mjs';
import { nodeProgram, withNode } from '../setup/node.mjs';
import { prepare } from '../setup/prepare.mjs';
import { inRoot } from '../setup/root.mjs';
import { countEndToEnd, countUnit } from './count.mjs';
import { checkLockfile } from './lockfile.mjs';

const minute = 60_000;
const modules = {
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  next: 'next/dist/bin/next',
  playwright: '@playwright/test/cli.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

const call = (name, parameters, options = {}) =>
  exec(nodeProgram(), [inRoot('node_modules', modules[name]), ...parameters], {
    env: plain(),
    limit: 15 * minute,
    ...options,
  });

/** No colours where nobody sees them. */
const plain = () => (process.stdout.isTTY ? withNode() : { ...withNode(), NO_COLOR: '1', FORCE_COLOR: undefined });

/** A check that passes or fails as a whole. */
const whole = ({ code, output }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output });

const tool =
  (name, ...parameters) =>
  async () =>
    whole(await call(name, parameters, { quiet: true, limit: 5 * minute }));

const types = async () => {
  const typegen = await call('next', ['typegen'], { quiet: true });
  return whole(typegen.code === 0 ? await call('tsc', ['--noEmit'], { quiet: true }) : typegen);
};

const versions = async () => {
  const read = (name) => JSON.parse(readFileSync(inRoot(name), 'utf8'));
  const faults = checkLockfile(read('package.json'), read('package-lock.json'));
  return whole({ code: faults.length, output: faults.join('\n') });
};

const programs = async () => {
  await installPrograms();
  return whole({ code: 0, output: '' });
};

const build = async () => {
  await prepare({ quiet: true });
  return whole({ code: 0, output: '' });
};

/** Where a runner writes its report; without an old one that could be taken for the new. */
const reportFile = (name) => {
  const path = inRoot('test-results', name);
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(path, { force: true });
  return path;
};

const unit = async () => {
  const report = reportFile('unit.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { code, output } = await call('vitest', ['run', ...reporters], { quiet: true });
  return { ...countUnit(report, code), output };
};

const endToEnd = async () => {
  const report = reportFile('e2e.json');
  // A hundred web servers and workers are started: what the first have compiled, the others need not compile again.
  const compiled = inRoot('test-results', 'compiled');
  const env = { ...plain(), PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_COMPILE_CACHE: compiled };
  const { code } = await call('playwright', ['test', '--reporter=list,json'], { env, limit: 30 * minute });
  return { ...countEndToEnd(report, code), output: '' };
};

const folders = ['app', 'components', 'db', 'e2e', 'files', 'lib', 'scripts', 'worker'];

/** @typedef {'static' | 'unit' | 'e2e'} Group */
/** @type {{ name: string, group: Group | Group[], check: () => Promise<{ passed: number, failed: number, output: string }>, needs?: string[], early?: boolean }[]}
 *   early: needs neither the packages nor another check, and begins before them */
export const steps = [
  { name: 'format and lint', group: 'static', check: tool('biome', 'ci', '--colors=off') },
  { name: 'types', group: 'static', check: types },
  { name: 'import rules', group: 'static', check: tool('depcruise', ...folders) },
  { name: 'unused code', group: 'static', check: tool('knip', '--no-progress') },
  { name: 'versions', group: 'static', check: versions },
  { name: 'programs', group: ['unit', 'e2e'], check: programs, early: true },
  { name: 'unit tests', group: 'unit', check: unit, needs: ['programs'] },
  { name: 'build', group: 'e2e', check: build },
  { name: 'end-to-end tests', group: 'e2e', check: endToEnd, needs: ['programs', 'build'] },
];
