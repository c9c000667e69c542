import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const app = import.meta.dirname;
const files = globSync('**/*.{ts,tsx}', { cwd: app }).map((path) => ({
  path: relative(app, join(app, path)),
  source: readFileSync(join(app, path), 'utf8'),
}));
const named = (pattern: RegExp) =>
  files.filter(({ path }) => pattern.test(path)).map(({ path, source }) => [path, source]);

/** The few doors for which nobody has to be signed in; a new one has to be added here. */
const openPages = [
  '(door)/sign-in/page.tsx',
  '(door)/set-up/page.tsx',
  '(door)/invitation/[token]/page.tsx',
  'docs/api/page.tsx',
];
const openRoutes = ['api/health/route.ts', 'api/auth/[...path]/route.ts', 'api/v1/openapi.json/route.ts'];
const openActions = ['(door)/set-up/set-up.ts', '(door)/invitation/[token]/take-invitation.ts'];
/** What Next reads of a route file besides its handlers. */
const settings = ['dynamic', 'revalidate', 'runtime', 'maxDuration', 'fetchCache', 'preferredRegion'];

describe('nobody gets past the guard', () => {
  it.each(named(/(^|\/)route\.tsx?$/))('%s: every handler is made by route(…)', (path, source) => {
    const exported = [...source.matchAll(/^export\s+(?!type|interface)(.*)$/gm)].map((found) => found[1]!);
    const handlers = exported.filter((line) => !settings.some((name) => line.startsWith(`const ${name} =`)));
    expect(handlers.length).toBeGreaterThan(0);
    const maker = openRoutes.includes(path) ? /openRoute[<(]/ : /route[<(]/;
    for (const line of handlers) {
      expect(line).toMatch(/^const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) = \w/);
      expect(line.replace(/^const \w+ = /, '')).toMatch(new RegExp(`^${maker.source}`));
    }
    expect(source).toMatch(/import \{[^}]*\b(route|openRoute)\b[^}]*\} from '(@\/app|\.{1,2}(\/\.\.)*)\/guard'/);
  });

  it.each(named(/(^|\/)page\.tsx$/))('%s: the first thing a page does is allowPage(…)', (path, source) => {
    const body = /export default (?:async )?function \w+\([\s\S]*?\)(?::[^{]+)? \{\n([\s\S]*)/.exec(source)?.[1] ?? '';
    if (openPages.includes(path)) expect(body).toMatch(/^\s*(const asked = )?await allowAnyone\(\);/);
    else expect(body).toMatch(/^\s*(const who = )?await allowPage\('[a-z]+:[a-z]+'\);/);
  });

  const actions = files.filter(({ source }) => /^\s*['"]use server['"]/m.test(source));
  it.each(actions.map(({ path, source }) => [path, source]))(
    '%s: every server action is made by action(…)',
    (path, source) => {
      const exported = [...source.matchAll(/^export\s+(?!type|interface)(.*)$/gm)].map((found) => found[1]!);
      expect(exported.length).toBeGreaterThan(0);
      const made = openActions.includes(path)
        ? /^const \w+ = openAction\(/
        : /^const \w+ = action\($|^const \w+ = action\('[a-z]+:[a-z]+',/;
      for (const line of exported) expect(line).toMatch(made);
      expect(source.trimStart().startsWith("'use server'")).toBe(true);
    },
  );

  it('there are pages, routes and an action to look at', () => {
    expect(named(/(^|\/)route\.tsx?$/).length).toBeGreaterThan(10);
    expect(named(/(^|\/)page\.tsx$/).length).toBeGreaterThan(8);
    expect(actions.length).toBeGreaterThan(0);
  });

  it('components have no server action of their own', () => {
    const root = join(app, '..');
    const found = globSync('{components,lib}/**/*.{ts,tsx}', { cwd: root }).filter((path) =>
      /^\s*['"]use server['"]/m.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
