import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ask, commitFile, customerOf, reviewFile } from './by-api';
import { csv, newBlock, people } from './data';
import { disguises, subrequest } from './disguises';
import { expect, test } from './fixtures';
import { raw } from './raw';
import type { Desk } from './serve';
import { open } from './steps';

const foreignHosts = ['evil.example.com', 'evil.example.com:3000', '169.254.169.254', 'localhost.evil.example.com'];

/** A desk with something in it; the paths of everything that shows data, and a word that is in all of that. */
const withData = async (desk: Desk) => {
  const block = newBlock();
  const word = `Secretperson${block}`;
  const rows = people(1, block).map((row) => row.with(2, word));
  const committed = await commitFile(desk, `${word}.csv`, csv(rows));
  const customer = await customerOf(desk, block + 1);
  const { id } = await reviewFile(desk, `${word} two.csv`, csv(rows));
  const pages = [
    ...['/imports', '/imports/new', '/customers', `/customers/${customer.id}`, `/imports/${committed.id}/report`],
    ...['', '/intake', '/map', '/review', '/commit'].map((step) => `/imports/${id}${step}`),
  ];
  const routes = [
    ...['/imports', '/customers', `/customers/${customer.id}`, `/imports/${committed.id}/report`, '/template.csv'],
    ...['', '/rows', '/rows/next', '/issues', '/intake', '/progress'].map((path) => `/imports/${id}${path}`),
  ].map((path) => `/api/v1${path}`);
  return { id, word, pages, routes };
};

test('a foreign host gets no page and no data', async ({ desk }) => {
  const { word, pages, routes } = await withData(desk);
  for (const host of foreignHosts) {
    for (const path of pages) {
      for (const disguise of disguises) {
        const answer = await raw(desk, path, { headers: { host, ...disguise } });
        expect(answer.text, `${path} for ${host} with ${JSON.stringify(disguise)}`).not.toContain(word);
        // A 307 only adds a parameter to the same path, for requests of the router.
        const told = answer.status === 307 ? answer.headers.location : undefined;
        if (told) expect(new URL(told, desk.baseUrl).pathname, `${path} for ${host}`).toBe(path);
        else expect(answer.status, `${path} for ${host}`).toBe(403);
      }
    }
    for (const path of [...routes, '/api/health']) {
      const answer = await raw(desk, path, { headers: { host } });
      expect(answer.status, `${path} for ${host}`).toBe(403);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'unknown_host' });
    }
  }
});

test('a page of an own host can be read, whatever headers go along', async ({ desk }) => {
  const { word, pages } = await withData(desk);
  const own = new URL(desk.baseUrl);
  for (const host of [own.host, `localhost:${own.port}`, `[::1]:${own.port}`]) {
    expect((await raw(desk, '/customers', { headers: { host } })).text).toContain(word);
  }
  for (const path of pages) {
    const plain = await raw(desk, path);
    const disguised = await raw(desk, path, { headers: { 'x-middleware-subrequest': subrequest } });
    expect(disguised.status, path).toBe(plain.status);
  }
});

test('a write with a foreign Origin, null or none is refused', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'origin.csv', csv(people(1)));
  const before = await ask(desk, `/api/v1/imports/${id}`);
  const { port } = new URL(desk.baseUrl);
  const origins = [undefined, 'null', '', 'https://evil.example.com', `http://evil.example.com:${port}`];
  origins.push(
    `http://127.0.0.1.evil.example.com:${port}`,
    'http://127.0.0.1:1',
    `${desk.baseUrl}/`,
    `${desk.baseUrl}x`,
  );
  const writes: [method: string, path: string, body?: string][] = [
    ['POST', '/imports?fileName=a.csv', csv(people(1))],
    ['DELETE', `/imports/${id}`],
    ['PUT', `/imports/${id}/mapping`, '{"columns":[{"index":3,"field":"email"}],"matchKey":"email"}'],
    ['PUT', `/imports/${id}/intake`, '{"headerRow":0}'],
    ['PATCH', `/imports/${id}/rows/2`, '{"excluded":true}'],
    ['POST', `/imports/${id}/commit`],
    ['PATCH', '/customers/1', '{"version":1,"values":{"lastName":"x"}}'],
  ];
  for (const origin of origins) {
    for (const [method, path, body] of writes) {
      for (const disguise of disguises.slice(0, 2)) {
        const headers = { ...disguise, ...(origin === undefined ? {} : { origin }) };
        const answer = await raw(desk, `/api/v1${path}`, { method, headers, body });
        expect(answer.status, `${method} ${path} from ${origin}`).toBe(403);
        expect(JSON.parse(answer.text)).toMatchObject({ code: 'unknown_origin' });
      }
    }
  }
  expect(await ask(desk, `/api/v1/imports/${id}`)).toEqual(before);
});

test('the server action refuses a foreign Origin, null and none', async ({ page, desk, faults }) => {
  faults.allow(/net::ERR_FAILED/);
  const { id } = await reviewFile(desk, 'action.csv', csv(people(2)));
  await open(page, `/imports/${id}/commit`);
  let sent: { headers: Record<string, string>; body: string } | undefined;
  await page.route('**/commit', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.continue();
    sent = { headers: await request.allHeaders(), body: request.postData() ?? '' };
    return route.abort();
  });
  await page.getByRole('button', { name: 'Import 2 customers' }).click();
  await expect(page.getByText('No answer came, so the import may have been submitted.')).toBeVisible();

  const kept = ['cookie', 'accept', 'content-type', 'next-action', 'next-router-state-tree'];
  const plain = Object.fromEntries(Object.entries(sent!.headers).filter(([name]) => kept.includes(name)));
  const replay = (headers: Record<string, string>) =>
    raw(desk, `/imports/${id}/commit`, { method: 'POST', headers: { ...plain, ...headers }, body: sent!.body });
  const state = async () => (await ask<{ state: string }>(desk, `/api/v1/imports/${id}`)).state;
  const { host } = new URL(desk.baseUrl);
  const refused: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example.com' },
    { origin: `http://evil.example.com`, 'x-forwarded-host': 'evil.example.com' },
    { origin: 'http://evil.example.com', host: 'evil.example.com' },
    { 'x-middleware-subrequest': subrequest },
    { host: 'evil.example.com', origin: desk.baseUrl },
  ];
  for (const headers of refused) {
    const answer = await replay({ host, ...headers });
    expect(answer.status, JSON.stringify(headers)).toBe(403);
    expect(answer.text).not.toContain('"committed"');
    expect(await state(), JSON.stringify(headers)).toBe('review');
  }
  expect((await replay({ host, origin: desk.baseUrl })).text, 'the same request from our own page').toContain(
    '"committed"',
  );
  expect(await state()).toBe('committed');
});

test('a target that is no path, or that cannot be decoded, is refused as such, and so is a router that shows nothing', async ({
  desk,
}) => {
  for (const target of ['http://evil.example/api/v1/imports', '*', '/imports/%E0%A4%A', '/customers/%ff?x=1']) {
    const answer = await raw(desk, target);
    expect([target, answer.status, answer.headers.location]).toEqual([target, 400, undefined]);
  }
  for (const state of ['%', 'nonsense', '[]', encodeURIComponent('["",{"children":[1]}]')]) {
    const headers = { rsc: '1', 'next-router-state-tree': state };
    expect([state, (await raw(desk, '/nowhere', { headers })).status]).toEqual([state, 400]);
  }
});

test('the server action refuses what does not fit', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'strange input.csv', csv(people(2)));
  await open(page, `/imports/${id}/commit`);
  await page.route('**/commit', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: `[{"importId":${id},"revision":"newest","more":1}]` })
      : route.continue(),
  );
  await page.getByRole('button', { name: 'Import 2 customers' }).click();
  await expect(page.getByText('What was sent does not fit.')).toBeVisible();
  expect((await desk.until(id, 'review')).totals.outcomes.created).toBe(0);
});

test('pages and data carry the headers that keep them at home', async ({ desk }) => {
  const { pages, routes } = await withData(desk);
  for (const path of [...pages, ...routes]) {
    const { headers } = await raw(desk, path);
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['cache-control'], path).toContain('no-store');
    expect(headers['x-powered-by'], path).toBeUndefined();
    expect(headers['access-control-allow-origin'], path).toBeUndefined();
  }
});

test('a start that others could reach, by a name that nobody told, is refused', async () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.5']) {
    const start = spawn(process.execPath, [fileURLToPath(new URL('../scripts/start.mjs', import.meta.url))], {
      env: { ...process.env, HOST: host, BASE_URL: '', DATA_DIR: '/nonexistent/import-desk' },
    });
    let said = '';
    for (const stream of [start.stdout, start.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    const code = await new Promise((resolve) => start.once('close', resolve));
    expect(code, said).not.toBe(0);
    expect(said).toContain(`With HOST=${host}, set BASE_URL`);
  }
});
