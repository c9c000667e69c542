import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { issueCatalogue, issueCodes } from '../../lib/issues';
import { inRoot } from '../setup/root.mjs';

const page = (name: string) => (existsSync(inRoot('docs', name)) ? readFileSync(inRoot('docs', name), 'utf8') : '');
const sources = globSync(['*.ts', '{app,components,db,files,lib,worker,scripts}/**/*.{ts,tsx,mjs,cjs,mts}'], {
  cwd: inRoot(),
}).filter((path) => !/\.test\.tsx?$/.test(path) && !path.startsWith('lib/testing/'));

/** Set by npm or the system, not for anyone to set. */
const notOurs = new Set(['PATH', 'INIT_CWD']);

const variables = new Set(
  sources.flatMap((path) =>
    [...readFileSync(inRoot(path), 'utf8').matchAll(/\bprocess\.env\.([A-Z][A-Z0-9_]*)/g)].map((found) => found[1]!),
  ),
);

const routes = globSync('app/**/route.ts', { cwd: inRoot() }).map((path) =>
  path
    .replace(/^app/, '')
    .replace(/\/route\.ts$/, '')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[(\w+)\]/g, '{$1}'),
);

describe('what is not documented does not exist', () => {
  it.each(issueCodes)('docs/issues.md has %s with its severity', (code) => {
    const line = page('issues.md')
      .split('\n')
      .find((text) => text.includes(`\`${code}\``));
    expect(line).toBeDefined();
    expect(page('issues.md').toLowerCase()).toContain(issueCatalogue[code].severity);
  });

  it('docs/issues.md has no code that is none', () => {
    const known = new Set<string>(issueCodes);
    const rows = [...page('issues.md').matchAll(/^\| `(\w+)`/gm)].map((found) => found[1]!);
    expect(rows.filter((code) => !known.has(code))).toEqual([]);
  });

  it.each([...variables].filter((name) => !notOurs.has(name)))('docs/operations.md has the variable %s', (name) => {
    expect(page('operations.md')).toContain(`\`${name}\``);
  });

  it('the variables of the settings are found', () => {
    expect([...variables]).toEqual(expect.arrayContaining(['DATA_DIR', 'BASE_URL', 'LOG_LEVEL', 'S3_BUCKET']));
  });

  it.each(routes)('docs/api.md has %s', (path) => {
    const asNamed = (text: string) => text.replace(/\{\w+\}/g, '{}');
    expect(asNamed(page('api.md'))).toContain(asNamed(path));
  });
});
