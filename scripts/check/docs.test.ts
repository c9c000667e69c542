import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusals } from '../../lib/contracts/bulk/refusals';
import { problemKinds } from '../../lib/contracts/problems';
import { issueCatalogue } from '../../lib/issue-catalogue';
import { issueCodes } from '../../lib/issues';
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

const pages = globSync('**/*.md', { cwd: inRoot('docs') });
const api = ['api.md', ...pages.filter((name) => name.startsWith('api/'))].map(page).join('\n');

/** As GitHub makes them of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map((found) =>
    found[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
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

  it.each(routes)('docs/api.md or a page in docs/api has %s', (path) => {
    const asNamed = (text: string) => text.replace(/\{\w+\}/g, '{}');
    expect(asNamed(api)).toContain(asNamed(path));
  });

  it.each(Object.keys(problemKinds))('docs/api.md has the code %s of a problem document', (code) => {
    expect(page('api.md')).toContain(`\`${code}\``);
  });

  it.each(Object.entries(refusals))('docs/api/bulk.md has the refusal %s with its numbers', (_, refusal) => {
    const { status, number, type, code } = refusal;
    const line = page('api/bulk.md')
      .split('\n')
      .find((text) => text.includes(`| ${number} \`${type}\``));
    expect(line).toContain(`| ${status} |`);
    expect(line).toContain(`\`${code}\``);
  });

  it.each(pages)('%s links to pages and headings that are there', (name) => {
    for (const [, path, anchor] of page(name).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)) {
      const target = path ? join(dirname(name), path) : name;
      expect(existsSync(inRoot('docs', target)), `${name} links to ${target}`).toBe(true);
      if (anchor) expect(anchorsOf(page(target)), `${name} links to #${anchor}`).toContain(anchor);
    }
  });
});
