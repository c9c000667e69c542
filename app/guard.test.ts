import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFaults, hasAction } from '@/lib/testing/guarded/app-faults';

const app = import.meta.dirname;
const root = join(app, '..');

/** All files of code in a folder, in whatever extension, also below names that begin with a dot. */
const codeIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => /\.([cm]?[jt]sx?|mdx?)$/.test(path) && !/\.test\.tsx?$/.test(path));

const files = codeIn(app);
const named = (name: string) => files.filter((path) => path.split('/').at(-1)!.split('.')[0] === name);
const source = (path: string) => readFileSync(join(root, path), 'utf8');

/** The few doors for which nobody has to be signed in; a new one has to be added here. */
const open = {
  pages: [
    '(door)/sign-in/page.tsx',
    '(door)/set-up/page.tsx',
    '(door)/invitation/[token]/page.tsx',
    'docs/api/page.tsx',
  ],
  routes: ['api/health/route.ts', 'api/auth/[...path]/route.ts', 'api/v1/openapi.json/route.ts'],
  actions: ['(door)/set-up/set-up.ts', '(door)/invitation/[token]/take-invitation.ts'],
};

describe('nobody gets past the guard', () => {
  it.each(files)('%s', (path) => expect(appFaults(path, source(`app/${path}`), open)).toEqual([]));

  it('there are pages, routes and an action to look at', () => {
    expect(named('route').length).toBeGreaterThan(10);
    expect(named('page').length).toBeGreaterThan(8);
    expect(files.filter((path) => hasAction(path, source(`app/${path}`))).length).toBeGreaterThan(3);
    for (const path of Object.values(open).flat()) expect(files).toContain(path);
  });

  it('Next takes pages and routes from nowhere else', () => {
    for (const folder of ['pages', 'src']) expect(existsSync(join(root, folder)), folder).toBe(false);
    expect(source('next.config.js')).not.toMatch(/pageExtensions|rewrites|basePath/);
  });

  it('what is not below app has no server action', () => {
    const folders = ['components', 'lib', 'db', 'files', 'worker'];
    const found = folders.flatMap((folder) => codeIn(join(root, folder)).map((path) => `${folder}/${path}`));
    expect(found.filter((path) => hasAction(path, source(path)))).toEqual([]);
  });
});
