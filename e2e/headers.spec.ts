import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { commitFile, customerOf, reviewFile } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { type RawAnswer, raw } from './raw';
import type { Desk } from './serve';
import { cell, grid, open, reload, saved, toMap, toReview, toSubmit, upload } from './steps';

/** What every answer has, whoever gives it. */
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
  'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
};
const directive = ({ headers }: RawAnswer, name: string) =>
  new RegExp(`(?:^|; )${name} ([^;]*)`).exec(String(headers['content-security-policy']))?.[1];
const nonceOf = (answer: RawAnswer) => /'nonce-([\w+/=]{24})'/.exec(directive(answer, 'script-src') ?? '')?.[1];

/** Answers of every kind, by path and options of the request. */
const everyKind = (id: number): [path: string, options?: Parameters<typeof raw>[2]][] => [
  ...[
    '/',
    '/imports',
    `/imports/${id}/review`,
    '/customers',
    '/imports/999999999',
    '/nowhere',
    '/api',
    '/%',
    '/imports/%E0%A4%A',
    '/_next/x',
  ].map((path): [string] => [path]),
  ['/imports?_rsc=', { headers: { rsc: '1' } }],
  ['/imports/', {}],
  ['/imports', { headers: { host: 'evil.example' } }],
  ['/imports', { method: 'POST', body: 'x' }],
  ['/imports', { method: 'POST', headers: { 'content-length': '100000000' } }],
  ['/imports', { method: 'POST', headers: { 'next-action': 'f'.repeat(42) }, body: '[]' }],
  ['/favicon.svg'],
  ['/favicon.none'],
  ['/_next/static/none.js'],
  ['/api/health'],
  ['/api/v1/imports'],
  [`/api/v1/imports/${id}/progress`],
  ['/api/v1/imports', { method: 'DELETE' }],
  ['/api/v1/imports', { method: 'OPTIONS' }],
  ['/api/v1/imports?nonsense=1'],
  ['/api/v1/nowhere'],
  ['/api/nowhere'],
];

test('every answer has the headers, whoever gives it', async ({ desk }) => {
  const { id } = await commitFile(desk, 'headers.csv', csv(people(1)));
  for (const [path, options] of everyKind(id)) {
    const answer = await raw(desk, path, options);
    const what = `${options?.method ?? 'GET'} ${path}`;
    expect(answer.headers, what).toMatchObject(always);
    expect(answer.headers['x-powered-by'], what).toBeUndefined();
    expect(answer.headers['strict-transport-security'], what).toBeUndefined();
    if (path !== '/favicon.svg') expect(answer.headers['cache-control'], what).toContain('no-store');
    if (!answer.headers['content-type']?.startsWith('text/html')) continue;
    expect(nonceOf(answer), `${what}: a page has a nonce`).toBeDefined();
    expect(directive(answer, 'script-src')).toBe(`'self' 'nonce-${nonceOf(answer)}' 'strict-dynamic'`);
    expect(directive(answer, 'style-src-elem')).toBe(`'self' 'nonce-${nonceOf(answer)}'`);
    for (const [name, value] of [
      ['object-src', "'none'"],
      ['base-uri', "'none'"],
      ['form-action', "'self'"],
      ['connect-src', "'self'"],
    ] as const) {
      expect(directive(answer, name), what).toBe(value);
    }
    const tags = answer.text.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.length, what).toBeGreaterThan(0);
    for (const tag of tags) expect(tag, what).toContain(`nonce="${nonceOf(answer)}"`);
    expect(answer.text).not.toMatch(/<[^>]+\son\w+=/);
  }
});

test('each answer has a nonce and a number of its own, and what a client says of them counts for nothing', async ({
  desk,
}) => {
  const headers = {
    'content-security-policy': "script-src 'nonce-mine'",
    'x-import-desk-nonce': 'mine',
    'x-request-id': 'mine',
    'x-import-desk-request': 'mine',
  };
  const [one, two] = await Promise.all([1, 2].map(() => raw(desk, '/nowhere', { headers })));
  expect(nonceOf(one!)).not.toBe(nonceOf(two!));
  expect(one!.headers['x-request-id']).not.toBe(two!.headers['x-request-id']);
  for (const answer of [one!, two!]) {
    expect(answer.text).not.toContain('nonce="mine"');
    expect(answer.headers).toMatchObject(always);
  }
});

test('scripts and styles are kept by browsers for good', async ({ desk, page }) => {
  await open(page, '/imports/new');
  const paths = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=stylesheet]')].map(
      (element) => ('src' in element ? element.src : element.href),
    ),
  );
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    const { headers } = await raw(desk, new URL(path).pathname);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers).toMatchObject(always);
  }
});

test('where people come by https, browsers are told to stay with it', async () => {
  const { serve } = await import('./serve');
  const desk = await serve({ BASE_URL: 'https://desk.example' });
  for (const path of ['/imports', '/api/health', '/favicon.svg']) {
    const { headers } = await raw(desk, path, { headers: { host: 'desk.example' } });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  }
  await desk.stop();
});

/** Counts what the policy refuses, on all pages that follow. The console tells it too, which fails any test. */
const watchPolicy = async (page: Page): Promise<string[]> => {
  const refused: string[] = [];
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const { tellRefused } = window as unknown as { tellRefused: (what: string) => void };
        tellRefused(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      },
    );
  });
  return refused;
};

/** A page that has its styles: the fonts and colours of ours, and boxes by Mantine. */
const expectStyled = async (page: Page) => {
  const look = await page.evaluate(() => {
    const { fontFamily, backgroundColor } = getComputedStyle(document.body);
    const spacing = getComputedStyle(document.documentElement).getPropertyValue('--mantine-spacing-md');
    return { fontFamily, backgroundColor, spacing };
  });
  expect(look.fontFamily).not.toMatch(/times|^serif/i);
  expect(look.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  expect(look.spacing).not.toBe('');
};

const mixed = (block: number) =>
  change(people(300, block), [2, 'Email', 'nobody'], [5, 'Phone', '12'], [6, 'Last name', '  Spaces  ']);

// In one of the two schemes: the policy knows none.
test('the policy refuses nothing that a page does', async ({ page, desk }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const refused = await watchPolicy(page);
  const look = async (name: string) => {
    await expectStyled(page);
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))));
    await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
    expect(refused, name).toEqual([]);
  };
  const block = newBlock();
  await test.step('upload, with a file that is dragged about', async () => {
    await open(page, '/imports/new');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['a'], 'a.csv', { type: 'text/csv' }));
      document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
    });
    await look('drop');
    await upload(page, { name: 'policy.csv', content: csv(mixed(block)) });
    await page.getByRole('combobox', { name: 'Separator' }).click();
    await expect(page.getByRole('option', { name: 'Tab' })).toBeVisible();
    await look('list');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('dialog');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  await test.step('the grid, scrolled and edited', async () => {
    await toMap(page);
    await look('map');
    await toReview(page);
    const wrong = await cell(page, 4, 'Email');
    await wrong.click();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await look('grid');
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(`jan.${block}@example.com`);
    await page.keyboard.press('Enter');
    await saved(page);
    await page.keyboard.press('ControlOrMeta+End');
    await expect(grid(page).getByRole('rowheader', { name: '301', exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'All keys' }).click();
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
    await look('keys');
    await page.keyboard.press('Escape');
  });
  await test.step('submit, customers and the 404', async () => {
    await toSubmit(page);
    await look('submit');
    await page.getByRole('button', { name: /^Import [\d,]+ customers?$/ }).click();
    await page.waitForURL(/\/report$/);
    await look('report');
    const { id } = await customerOf(desk, block + 2);
    for (const path of ['/imports', '/customers', `/customers/${id}`, `/customers/${id}?edit=true`]) {
      await open(page, path);
      await reload(page);
      await look(path.replace(/\W+/g, ' '));
    }
  });
});

test('a page that is not there, and one that is not served, have their styles', async ({ page, faults }) => {
  faults.allow(/status of 40[34]/);
  const refused = await watchPolicy(page);
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectStyled(page);
  await page.screenshot({ path: test.info().outputPath('404.png') });
  expect(refused).toEqual([]);
});

test('a page that is asked for anew, and one that came by the router, open dialogs as before', async ({
  page,
  desk,
}) => {
  const refused = await watchPolicy(page);
  const { id } = await reviewFile(desk, `anew ${newBlock()}.csv`, csv(people(2)));
  await open(page, '/customers');
  await page.getByRole('link', { name: 'Imports' }).first().click();
  await page.waitForURL(/\/imports$/);
  await page.getByRole('link', { name: /anew/ }).first().click();
  await page.waitForURL(new RegExp(`/imports/${id}`));
  await page.getByRole('button', { name: 'All keys' }).click();
  await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
  expect(refused).toEqual([]);
});

test('a script in a page that has no nonce does not run', async ({ page, faults }) => {
  faults.allow(/Content Security Policy/);
  const refused = await watchPolicy(page);
  await open(page, '/imports/new');
  await page.evaluate(() => {
    const holder = document.createElement('div');
    holder.innerHTML = '<img src="data:," onerror="window.ran = 1"><a href="javascript:window.ran = 1">x</a>';
    const script = document.createElement('style');
    script.textContent = 'body { outline: 7px solid red }';
    document.body.append(holder, script);
    holder.querySelector('a')!.click();
  });
  await expect
    .poll(() => refused.map((each) => each.split(' ')[0]).sort())
    .toEqual(expect.arrayContaining(['script-src-attr', 'style-src-elem']));
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

/** All that the log has of a request. */
const linesOf = (desk: Desk, request: unknown) =>
  desk
    .readLog()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.request === request);

test('the log names each request, and nothing that somebody typed', async ({ desk }) => {
  const secret = `secret${newBlock()}`;
  const answers = [
    await raw(desk, `/customers?q=${secret}`),
    await raw(desk, `/customers/${secret}`),
    await raw(desk, `/${secret}`),
    await raw(desk, `/api/v1/customers?q=${secret}`),
    await raw(desk, `/api/v1/customers/${secret}`, {
      method: 'PATCH',
      headers: { origin: desk.baseUrl },
      body: `{"version":1,"values":{"email":"${secret}"}}`,
    }),
  ];
  const routes = ['/customers', '/customers/[customerId]', null, '/api/v1/customers', '/api/v1/customers/[customerId]'];
  for (const [at, { headers, status }] of answers.entries()) {
    await expect
      .poll(() => linesOf(desk, headers['x-request-id']))
      .toEqual([
        {
          level: 30,
          time: expect.any(Number),
          request: headers['x-request-id'],
          status,
          msg: 'answered',
          ms: expect.any(Number),
          method: at === 4 ? 'PATCH' : 'GET',
          route: routes[at],
        },
      ]);
  }
  expect(desk.readLog()).not.toContain(secret);
});

test('what breaks on a page is told with its request, and without what was sent', async ({ page, desk, faults }) => {
  faults.allow(/status of 500|^500 POST/);
  const secret = `secret${newBlock()}`;
  const headers = { origin: desk.baseUrl, 'next-action': secret.padEnd(42, 'f') };
  await raw(desk, '/imports', { method: 'POST', headers, body: `["${secret}"]` });
  const { id } = await reviewFile(desk, 'broken action.csv', csv(people(2)));
  await open(page, `/imports/${id}/commit`);
  await page.route('**/commit', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ postData: `[{"importId":"${secret}","${secret}"` })
      : route.continue(),
  );
  const broken = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 500);
  await page.getByRole('button', { name: 'Import 2 customers' }).click();
  const request = (await broken).headers()['x-request-id'];
  await expect
    .poll(() => linesOf(desk, request).map(({ msg, route }) => [msg, route]))
    .toEqual([
      ['request failed', '/imports/[importId]/commit'],
      ['answered', '/imports/[importId]/commit'],
    ]);
  expect(desk.readLog()).not.toContain(secret);
  await wait(500);
  const words = desk
    .readLog()
    .split('\n')
    .filter((line) => line.includes('SyntaxError'));
  expect(
    words.filter((line) => !line.includes('"request":')),
    'it is told once, with its request',
  ).toEqual([]);
  const beside = desk
    .readLog()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'));
  expect(beside, 'nothing is printed beside the log').toEqual([]);
});

test('what Next prints past the log has the number of its request', async ({ desk }) => {
  const headers = { origin: desk.baseUrl, 'next-action': 'f'.repeat(42) };
  const unknown = await raw(desk, '/imports', { method: 'POST', headers, body: '[]' });
  await expect
    .poll(() => linesOf(desk, unknown.headers['x-request-id']).map(({ error }) => error ?? ''))
    .toContainEqual(expect.stringContaining('Failed to find Server Action'));
  const messages = desk
    .readLog()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).msg);
  expect(messages).toContainEqual(expect.stringContaining('Next.js'));
});

test('a method that nobody knows is 405 on every path', async ({ desk }) => {
  for (const path of ['/imports', '/api/v1/imports', '/api/auth/sign-out', '/api/nowhere', '/nowhere']) {
    for (const method of ['TRACE', 'PROPFIND']) {
      const answer = await raw(desk, path, { method });
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(answer.headers.allow).toContain('GET');
      expect(answer.text).toBe('');
    }
  }
});
