/** Who may do what, tried from outside: without a session, as a viewer, with keys of all kinds. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../scripts/run/first-person.mjs';
import { root } from '../scripts/setup/root.mjs';
import { commitFile, customerOf, reviewFile } from './by-api';
import { csv, newBlock, people } from './data';
import { disguises } from './disguises';
import { expect, test } from './fixtures';
import { raw } from './raw';
import type { Desk } from './serve';

/** And those by which a stranger could claim to be somebody. */
const claims: Record<string, string>[] = [
  ...disguises,
  { cookie: 'import-desk.session_token=made.up' },
  { cookie: 'import-desk.session_token=' },
  { 'x-import-desk-path': '/customers', 'x-import-desk-address': '127.0.0.1' },
];

const openPages = ['/sign-in', '/set-up', '/invitation/[token]', '/docs/api'];
const openRoutes = ['/api/health', '/api/auth/[...path]', '/api/v1/openapi.json'];

/** Every address of the app with real ids in it, and a word that is in all data. */
const withData = async (desk: Desk) => {
  const block = newBlock();
  const word = `Hiddenperson${block}`;
  const rows = people(1, block).map((row) => row.with(2, word));
  await commitFile(desk, `${word}.csv`, csv(rows));
  const customer = await customerOf(desk, block + 1);
  const { id } = await reviewFile(desk, `${word} two.csv`, csv(rows));
  const address = (file: string) =>
    `/${file.replace(/\/?(page|route)\.tsx?$/, '').replace(/\([^)]*\)\/?/g, '')}`
      .replace('[importId]', String(id))
      .replace('[customerId]', String(customer.id))
      .replace('[row]', '2');
  const listed = (pattern: string, open: string[]) =>
    globSync(pattern, { cwd: join(root, 'app') })
      .map(address)
      .filter((path) => !open.includes(path));
  const pages = listed('**/page.tsx', openPages);
  const routes = listed('**/route.ts', openRoutes).map((path) => path.replace(/\[?\[\.\.\.path\]\]?/, 'nothing'));
  return { id, word, customer: customer.id, pages, routes };
};

test('a stranger gets no data from any page, whatever headers go along', async ({ desk }) => {
  const { word, pages } = await withData(desk);
  expect(pages.length).toBeGreaterThan(9);
  for (const path of pages) {
    for (const disguise of claims) {
      for (const suffix of ['', '?_rsc=1abc', '.rsc']) {
        const answer = await raw(desk, path + suffix, { headers: { cookie: '', ...disguise } });
        const said = `${path}${suffix} with ${JSON.stringify(disguise)}`;
        expect(answer.text, said).not.toContain(word);
        expect(answer.headers['set-cookie'] ?? [], said).toEqual([]);
        if (suffix !== '.rsc' && !disguise.rsc) {
          expect(answer.status, said).toBe(307);
          expect(answer.headers.location, said).toMatch(/\/sign-in\?to=/);
        }
      }
    }
  }
});

test('a stranger gets no answer from any route, by whichever method', async ({ desk }) => {
  const { word, routes } = await withData(desk);
  expect(routes.length).toBeGreaterThan(10);
  for (const path of routes) {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const disguise of claims) {
        const headers = { cookie: '', origin: desk.baseUrl, ...disguise };
        const answer = await raw(desk, path, { method, headers, body: method === 'GET' ? undefined : '{}' });
        const said = `${method} ${path} with ${JSON.stringify(disguise)}`;
        // Next asks for its own parameter first: the same path again, and nothing else.
        const again = disguise.rsc && answer.status === 307 ? [307] : [401, 405];
        expect(again, said).toContain(answer.status);
        expect(answer.text, said).not.toContain(word);
      }
    }
  }
});

/** What everybody may write is what they themselves have read. */
const own = '/api/v1/notifications/read';

test('a viewer reads everything and writes nothing but what they have read', async ({ desk }) => {
  const { id, word, customer, routes } = await withData(desk);
  const someone = { name: 'Vera', email: `vera.${newBlock()}@example.com`, password: 'a password to look' };
  await desk.makePerson(someone, 'viewer');
  const cookie = await signIn(desk.baseUrl, someone);
  const ask = (method: string, path: string, body?: string) =>
    raw(desk, path, { method, headers: { cookie, origin: desk.baseUrl }, body });
  expect((await ask('GET', `/api/v1/imports/${id}/rows`)).text).toContain(word);
  expect((await ask('GET', `/api/v1/customers/${customer}`)).text).toContain(word);
  for (const path of routes.filter((each) => each !== own)) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(method, path, '{}');
      // The address below which nothing is tells so to those who may read.
      expect([403, 404, 405], `${method} ${path}`).toContain(answer.status);
    }
  }
  const upload = await ask('POST', '/api/v1/imports?fileName=a.csv', 'a,b');
  expect(JSON.parse(upload.text)).toMatchObject({ code: 'not_allowed' });
});

test('a key does what its scopes say, in each of the three ways to send it, and nothing more', async ({
  ownDesk: desk,
}) => {
  const key = async (...scopes: string[]) => {
    const wanted = scopes.flatMap((scope) => ['--scope', scope]);
    return (await desk.admin(['create-key', '--name', 'Program', ...wanted])).trim();
  };
  const [reader, writer] = [await key('imports:read'), await key('imports:write')];
  const status = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const body = method === 'GET' ? undefined : 'a,b\n1,2';
    return (await raw(desk, path, { method, headers: { cookie: '', ...headers }, body })).status;
  };
  const ways: Record<string, string>[] = [
    { authorization: `Bearer ${reader}` },
    { authorization: reader },
    { 'x-api-key': reader },
  ];
  for (const sent of ways) {
    expect(await status('/api/v1/imports', sent)).toBe(200);
    expect(await status('/api/v1/customers', sent)).toBe(403);
    expect(await status('/api/v1/imports?fileName=a.csv', sent, 'POST')).toBe(403);
    // A key opens no page, whatever it may read.
    expect(await status('/imports', sent)).toBe(307);
  }
  // A program sends no Origin.
  expect(await status('/api/v1/imports?fileName=a.csv', { 'x-api-key': writer }, 'POST')).toBe(201);
  for (const wrong of ['', 'idk_', reader.slice(0, -1), `${reader}x`, 'Bearer']) {
    expect(await status('/api/v1/imports', { authorization: `Bearer ${wrong}` })).toBe(401);
  }
  // Changing a customer by hand shows it, so it needs the scope to read besides.
  const [changes, both] = [await key('customers:write'), await key('customers:write', 'customers:read')];
  const patch = (key: string) =>
    raw(desk, '/api/v1/customers/4711', {
      method: 'PATCH',
      headers: { cookie: '', 'x-api-key': key, 'content-type': 'application/json' },
      body: '{"version":0,"values":{}}',
    });
  expect((await patch(changes)).status).toBe(403);
  expect((await patch(both)).status).toBe(404);
  // A session beside a wrong key does not help it.
  expect(await status('/api/v1/imports', { cookie: desk.cookie, authorization: 'Bearer wrong' })).toBe(401);
});
