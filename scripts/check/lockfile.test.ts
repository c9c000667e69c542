import { expect, test } from 'vitest';
import { checkLockfile } from './lockfile.mjs';

const check = (name: string, version: string, more = {}) =>
  checkLockfile(
    { dependencies: { [name]: version } },
    { packages: { [`node_modules/${name}`]: { version, ...more } } },
  );

test.each([
  ['next', '16.4.0', '16.4.1'],
  ['zod', '4.6.5', '4.6.6'],
  ['zod', '3.25.76', '4.6.6'],
  ['drizzle-orm', '0.45.1', '0.45.2'],
  ['drizzle-orm', '0.45.2-beta.1', '0.45.2'],
  ['better-sqlite3', '12.7.9', '12.8.0'],
])('%s %s is refused, %s is not', (name, bad, good) => {
  expect(check(name, bad)).toHaveLength(1);
  expect(check(name, good)).toEqual([]);
});

test('the npm package xlsx is refused in any version, also below another package', () => {
  expect(check('xlsx', '99.0.0')).toHaveLength(1);
  const nested = { packages: { 'node_modules/reader/node_modules/xlsx': { version: '0.18.5' } } };
  expect(checkLockfile({}, nested)).toHaveLength(1);
});

test('@mantine packages of two versions are refused', () => {
  const packages = {
    'node_modules/@mantine/core': { version: '9.7.3' },
    'node_modules/@mantine/hooks': { version: '9.7.4' },
  };
  expect(checkLockfile({}, { packages })).toHaveLength(1);
});

test.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest'])('a loose version such as %s is refused', (version) => {
  const lockfile = { packages: { 'node_modules/any': { version } } };
  expect(checkLockfile({ dependencies: { any: version } }, lockfile)).toEqual([
    expect.stringContaining('exact version'),
  ]);
});

test('an address in the lockfile is refused', () => {
  expect(check('any', '1.2.3', { resolved: 'https://packages.example/any.tgz' })).toHaveLength(1);
});

test('a dependency that the lockfile does not hold is refused', () => {
  expect(checkLockfile({ dependencies: { any: '1.2.3' } }, { packages: {} })).toHaveLength(1);
});
