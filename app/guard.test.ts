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

/** Pages of the frame that show no data and take no input. */
const openPages = ['page.tsx'];
/** What Next reads of a route file besides its handlers. */
const settings = ['dynamic', 'revalidate', 'runtime', 'maxDuration', 'fetchCache', 'preferredRegion'];

describe('nobody gets past the guard', () => {
  it.each(named(/(^|\/)route\.tsx?$/))('%s: every handler is made by route(…)', (_, source) => {
    const exported = [...source.matchAll(/^export\s+(?!type|interface)(.*)$/gm)].map((found) => found[1]!);
    const handlers = exported.filter((line) => !settings.some((name) => line.startsWith(`const ${name} =`)));
    expect(handlers.length).toBeGreaterThan(0);
    for (const line of handlers) expect(line).toMatch(/^const (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) = route[<(]/);
    expect(source).toMatch(/import \{[^}]*\broute\b[^}]*\} from '(@\/app|\.{1,2}(\/\.\.)*)\/guard'/);
  });

  it.each(named(/(^|\/)page\.tsx$/))('%s: the first thing a page does is allowPage(…)', (path, source) => {
    const body = /export default (?:async )?function \w+\([\s\S]*?\)(?::[^{]+)? \{\n([\s\S]*)/.exec(source)?.[1] ?? '';
    if (openPages.includes(path)) expect(body).toMatch(/^\s*(await allowPage\(|redirect\()/);
    else expect(body).toMatch(/^\s*await allowPage\('[a-z]+:[a-z]+'\);/);
  });

  const actions = files.filter(({ source }) => /^\s*['"]use server['"]/m.test(source));
  it.each(actions.map(({ path, source }) => [path, source]))(
    '%s: every server action is made by action(…)',
    (_, source) => {
      const exported = [...source.matchAll(/^export\s+(?!type|interface)(.*)$/gm)].map((found) => found[1]!);
      expect(exported.length).toBeGreaterThan(0);
      for (const line of exported) expect(line).toMatch(/^const \w+ = action\($|^const \w+ = action\('[a-z]+:[a-z]+',/);
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
