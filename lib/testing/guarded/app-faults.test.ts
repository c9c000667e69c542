import { describe, expect, it } from 'vitest';
import { appFaults, hasAction } from './app-faults';

const open = { pages: ['open/page.tsx'], routes: ['open/route.ts'], actions: ['open/act.ts'] };
const guard = (names: string) => `import { ${names} } from '@/app/guard';\nimport { desk } from '@/app/desk';\n`;
const page = `${guard('allowPage')}export default async function Page() {\n  const who = await allowPage('imports:read');\n}\n`;
const read = 'const { store } = await desk();';

/** Each would let somebody see or do what they may not. */
const leaks: Record<string, [path: string, source: string]> = {
  'a route in JavaScript': ['api/leak/route.js', 'export async function GET() {}'],
  'a route in an extension that nobody looks at': ['api/leak/route.mjs', 'export async function GET() {}'],
  'a route without a wrapper': ['api/route.ts', 'export async function GET() {}'],
  'a second handler in one statement': [
    'api/route.ts',
    `${guard('route')}export const GET = route('imports:read', read), POST = async () => read();`,
  ],
  'a handler that another name gives out': ['api/route.ts', `${guard('route')}const GET = read;\nexport { GET };`],
  'a handler from elsewhere': ['api/route.ts', `${guard('route')}export * from './handlers';`],
  'a handler that is put in another place later': [
    'api/route.ts',
    `${guard('route')}export let GET = route('a:b', f);`,
  ],
  'a wrapper by another name': [
    'api/route.ts',
    `${guard('openRoute as route')}export const GET = route('imports:read', read);`,
  ],
  'a wrapper that is not of the guard': [
    'api/route.ts',
    `import { route } from './mine';\nexport const GET = route('a:b', f);`,
  ],
  'a permission that is worked out': ['api/route.ts', `${guard('route')}export const GET = route(any, read);`],
  'an open route that is not listed': ['api/route.ts', `${guard('openRoute')}export const GET = openRoute(read);`],
  'a route without handlers': ['api/route.ts', 'const GET = 1;'],
  'a setting that is read from somewhere': ['api/route.ts', `${guard('route')}export const revalidate = read();`],
  'a page that is no .tsx and has no guard': [
    'leak/page.ts',
    'export default async function Page() { return read(); }',
  ],
  'a page that reads before it asks': [
    'page.tsx',
    `${guard('allowPage')}export default async function Page() {\n  ${read}\n  await allowPage('imports:read');\n}`,
  ],
  'a page that does not wait for the answer': [
    'page.tsx',
    `${guard('allowPage')}export default async function Page() {\n  allowPage('imports:read');\n}`,
  ],
  'a page that goes on when it is refused': [
    'page.tsx',
    `${guard('allowPage')}export default async function Page() {\n  await allowPage('imports:read').catch(no);\n}`,
  ],
  'a page from elsewhere': ['page.tsx', `export { default } from './other';`],
  'a page that is a value': ['page.tsx', `${guard('allowPage')}export default wrapped(async () => 1);`],
  'a page that only allows anyone': [
    'page.tsx',
    `${guard('allowAnyone')}export default async function Page() {\n  await allowAnyone();\n}`,
  ],
  'a title that is read without asking': [
    `page.tsx`,
    `${page}export async function generateMetadata() {\n  ${read}\n}`,
  ],
  'a title that an arrow reads': ['page.tsx', `${page}export const generateMetadata = async () => read();`],
  'a title that was read when the page was loaded': [
    'page.tsx',
    `${page}export const metadata = { title: await read() };`,
  ],
  'paths that are read when the desk is built': [
    'page.tsx',
    `${page}export const generateStaticParams = async () => [];`,
  ],
  'a layout that reads': ['layout.tsx', `${guard('allowAnyone')}export default async function L() {\n  ${read}\n}`],
  'a layout that asks for nobody and reads': [
    'layout.tsx',
    `${guard('allowAnyone')}export default async function L() {\n  await allowAnyone();\n  ${read}\n}`,
  ],
  'a title of a layout that reads': ['layout.tsx', `${page}export async function generateMetadata() {\n  ${read}\n}`],
  'a template that reads by a file beside it': ['template.tsx', `import { read } from './read';\nexport default read;`],
  'a default that is handed on': ['default.tsx', `export { default } from './page';`],
  'a layout that fetches': ['layout.tsx', 'export default async function L() { await fetch("/api/v1/imports"); }'],
  'a layout that imports later': ['layout.tsx', `export default async () => (await import('@/app/desk')).desk();`],
  'an image of a page': ['opengraph-image.tsx', `${guard('allowPage')}export default async function I() { ${read} }`],
  'a map of the site': ['sitemap.ts', `${guard('allowPage')}export default async function S() { ${read} }`],
  'a page for what is not found': [
    'not-found.tsx',
    `${guard('allowPage')}export default async function N() { ${read} }`,
  ],
  'an action in a page': [
    'page.tsx',
    `${page.replace('}\n', `  const act = async () => {\n    'use server';\n    ${read}\n  };\n}\n`)}`,
  ],
  'an action in a file that is none': ['helper.ts', `export async function act() {\n  "use server";\n}`],
  'an action behind other code': ['act.ts', `import x from 'x';\n'use server';\nexport const act = x;`],
  'an action that is not wrapped': ['act.ts', `'use server';\nexport async function act() {}`],
  'a second action in one statement': [
    'act.ts',
    `'use server';\n${guard('action')}export const a = action('a:b', s, f), b = async () => read();`,
  ],
  'an open action that is not listed': [
    'act.ts',
    `'use server';\n${guard('openAction')}export const a = openAction(s, f);`,
  ],
  'a page all of whose functions are actions': ['page.tsx', `'use server';\n${page}`],
};

const guarded: Record<string, [path: string, source: string]> = {
  'a route': [
    'api/route.ts',
    `import { type P, route } from '../../guard';\nexport const dynamic = 'force-dynamic';\nexport type Q = P;
export const GET = route<P>('imports:read', read), POST = route(\n  'imports:write',\n  read,\n);`,
  ],
  'an open route that is listed': ['open/route.ts', `${guard('openRoute')}export const GET = openRoute(read);`],
  'a page': ['page.tsx', `${page}export const metadata = { title: 'Imports' };`],
  'a page in .ts': ['page.ts', page],
  'a title that asks first': [
    'page.tsx',
    `${page}export async function generateMetadata() {\n  await allowPage('imports:read');\n  ${read}\n}`,
  ],
  'an open page that is listed': [
    'open/page.tsx',
    `${guard('allowAnyone')}export default async function Page() {\n  await allowAnyone();\n}`,
  ],
  'a layout that asks first': ['layout.tsx', page.replace(' Page', ' Layout')],
  'a layout that shows no data': [
    'layout.tsx',
    `import { headers } from 'next/headers';\nimport { Tabs } from '@/components/tabs';\nexport default async function L() { return Tabs(await headers()); }`,
  ],
  'a file that Next does not know': ['read.ts', `import { desk } from '@/app/desk';\nexport const read = desk;`],
  actions: ['act.ts', `'use server';\n${guard('action')}export type T = 1;\nexport const a = action('a:b', s, f);`],
  'an open action that is listed': [
    'open/act.ts',
    `"use server";\n${guard('openAction')}export const a = openAction(s, f);`,
  ],
};

describe('what lets somebody past the guard is found', () => {
  it.each(Object.entries(leaks))('%s', (_, [path, source]) => expect(appFaults(path, source, open)).not.toEqual([]));
  it('an action beside the app', () => {
    expect(
      hasAction('components/x.tsx', `export const X = () => <form action={async () => { 'use server'; }} />;`),
    ).toBe(true);
    expect(hasAction('lib/x.js', `"use server"\nexport async function x() {}`)).toBe(true);
    expect(hasAction('lib/x.ts', `const text = 'use server';\n// 'use server'`)).toBe(false);
  });
});

describe('what is guarded is left alone', () => {
  it.each(Object.entries(guarded))('%s', (_, [path, source]) => expect(appFaults(path, source, open)).toEqual([]));
});
