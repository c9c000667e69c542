/** The bulk contracts as programs meet them: by key, with bodies of every kind, at once, and with the power cut. */
import { gzipSync } from 'node:zlib';
import { ask } from './by-api';
import { expect, test } from './fixtures';
import type { Desk } from './serve';

const byId = '/customers/bulk/id';
const bySource = '/api/rest/bulk-customers';
const later = '/v2/customers/bulk/create';

const keyFor = async (desk: Desk, ...scopes: string[]): Promise<string> => {
  const printed = await desk.admin(['create-key', '--name', 'bulk', ...scopes.flatMap((scope) => ['--scope', scope])]);
  return printed.trim().split('\n').at(-1)!;
};

const post = (desk: Desk, path: string, key: string, body: BodyInit, more: Record<string, string> = {}) =>
  desk.call(path, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more },
  });

let next = 5_000_000;
const ids = (count: number) => Array.from({ length: count }, () => next++);
const customers = (count: number) => ids(count).map((id) => ({ id, email: `c${id}@bulk.example`, firstName: 'Ann' }));

test('a key is sent in three ways, and needs its scope', async ({ desk }) => {
  const [right, wrong] = [await keyFor(desk, 'customers:write'), await keyFor(desk, 'customers:read')];
  const body = () => JSON.stringify({ customers: customers(1) });
  for (const headers of [
    ['authorization', `Bearer ${right}`],
    ['authorization', right],
    ['x-api-key', right],
    // What a proxy asked for, and handed on.
    ['x-api-key', right, 'authorization', `Basic ${btoa('name:password')}`],
  ]) {
    const sent = Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1]!]] : [])));
    const answer = await desk.call(byId, { method: 'POST', body: body(), headers: sent });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('return-format')).toBe('json');
    expect(answer.headers.get('x-request-id')).toBeTruthy();
    // Also for who takes packed answers, as fetch does.
    expect(Number(answer.headers.get('content-length'))).toBe((await answer.clone().arrayBuffer()).byteLength);
    expect(Number(answer.headers.get('x-import-id'))).toBeGreaterThan(0);
    expect(answer.headers.get('ratelimit')).toContain('r=');
  }
  for (const [key, status] of [
    ['idk_nothing', 401],
    [wrong, 403],
    ['', 401],
  ] as const) {
    for (const path of [byId, '/customers/bulk/sourceId', bySource, later]) {
      const answer = await desk.call(path, { method: 'POST', body: body(), headers: { 'x-api-key': key } });
      expect([path, answer.status]).toEqual([path, status]);
      const told = await answer.json();
      if (path === later) expect(told).toMatchObject({ status });
      else expect(told.error).toBeTruthy();
    }
  }
  // Who is known is written down.
  const { entries } = await ask<{ entries: { details: object }[] }>(
    desk,
    '/api/v1/audit?action=bulk_refused&actor=API%20key%20bulk',
  );
  const noScope = entries.filter(({ details }) => 'code' in details && details.code === 'not_allowed');
  expect(noScope.slice(0, 4).map(({ details }) => details)).toEqual(
    ['scheduled', 'bySourceSystem', 'bySourceId', 'byId'].map((contract) => ({ contract, code: 'not_allowed' })),
  );
});

test('what is wrong with the structure refuses the whole request, early and in the words of the contract', async ({
  desk,
}) => {
  const key = await keyFor(desk, 'customers:write', 'customers_create');
  const [id] = ids(1);
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const cases: [path: string, body: string | Buffer, status: number, more?: Record<string, string>][] = [
    [byId, '{"customers":[]}', 400],
    [byId, '{"customers":', 400],
    [byId, 'null', 400],
    [byId, `{"customers":[{"id":${id},"id":${id}}]}`, 400],
    [byId, '{"customers":[{"id":9007199254740993}]}', 400],
    [byId, `{"customers":[{"id":${id},"foo":1}]}`, 400],
    [byId, `{"customers":[{"id":"${id}"}]}`, 400],
    [byId, `{"customers":${deep(100_000)}}`, 400],
    [byId, `{"customers":[${'{"id":1},'.repeat(10_000)}{"id":1}]}`, 413],
    [byId, `{"customers":[${'{},'.repeat(1_000_000)}{}]}`, 413],
    [byId, Buffer.from([0x7b, 0xff, 0x7d]), 400],
    [byId, '{"customers":[{"id":1}]}', 415, { 'content-type': 'application/json; charset=utf-16' }],
    [byId, gzipSync(Buffer.alloc(200 * 1024 * 1024, ' ')), 413, { 'content-encoding': 'gzip' }],
    [byId, 'not gzip', 400, { 'content-encoding': 'gzip' }],
    [byId, '{}', 415, { 'content-encoding': 'br' }],
    [bySource, '{"inputs":[]}', 400],
    [bySource, '{"inputs":[{"name":1}]}', 400],
    [byId, `{"customers":[{"id":${id},"id":${id},"foo":1},{"id":9007199254740993}]}`, 400],
    [later, '{"customers":{}}', 400],
    [later, '{"customers":[{"name":"A","email":"a@b.example"}]}', 400],
    [later, JSON.stringify({ customers: Array(501).fill({ name: 'A', email: 'a@b.example', country: 'NL' }) }), 400],
  ];
  const { length: before } = (await ask<{ imports: unknown[] }>(desk, '/api/v1/imports?q=bulk&limit=100')).imports;
  for (const [path, body, status, more] of cases) {
    const begun = Date.now();
    const answer = await post(desk, path, key, body as BodyInit, more);
    const text = await answer.text();
    expect([path, text.slice(0, 200), answer.status]).toEqual([path, text.slice(0, 200), status]);
    expect(Date.now() - begun).toBeLessThan(5000);
    const told = JSON.parse(text);
    if (path === later) expect(told).toMatchObject({ status, error: expect.any(String) });
    else expect(told.error).toBeTruthy();
  }
  const { length: after } = (await ask<{ imports: unknown[] }>(desk, '/api/v1/imports?q=bulk&limit=100')).imports;
  expect(after).toBe(before);
});

test('a key that came with another request is refused, and the audit log has it', async ({ desk }) => {
  const key = await keyFor(desk, 'customers:write', 'customers_create');
  for (const [path, contract] of [
    [byId, 'byId'],
    [later, 'scheduled'],
  ] as const) {
    const body = (id: number) =>
      JSON.stringify({
        customers: path === byId ? [{ id }] : [{ name: 'A', email: `${id}@key.example`, country: 'nl' }],
      });
    const sent = { 'idempotency-key': `once ${contract}`.replace(' ', '-') };
    const [first, second] = ids(2) as [number, number];
    expect((await post(desk, path, key, body(first), sent)).status).toBe(200);
    expect((await post(desk, path, key, body(second), sent)).status).toBe(422);
    const { entries } = await ask<{ entries: { details: object }[] }>(
      desk,
      '/api/v1/audit?action=bulk_refused&limit=1',
    );
    expect(entries[0]!.details).toEqual({ contract, code: 'key_reused' });
  }
});

test('gzip bodies, 10,000 customers and 500 scheduled ones are taken', async ({ desk }) => {
  const key = await keyFor(desk, 'customers:write', 'customers_create');
  const packed = gzipSync(JSON.stringify({ customers: customers(3) }));
  const small = await post(desk, byId, key, packed as BodyInit, { 'content-encoding': 'gzip' });
  expect((await small.json()).total).toBe(3);
  const many = await post(desk, byId, key, JSON.stringify({ customers: customers(10_000) }));
  const { data, total } = (await many.json()) as { data: { success: boolean }[]; total: number };
  expect([total, data.filter(({ success }) => success).length]).toEqual([10_000, 10_000]);
  const scheduled = ids(500).map((id) => ({ name: 'L', email: `l${id}@bulk.example`, country: 'de' }));
  const answer = await post(desk, later, key, JSON.stringify({ customers: scheduled }));
  expect([answer.status, await answer.json()]).toEqual([200, { status: 200 }]);
  const done = await desk.until(Number(answer.headers.get('x-import-id')), 'committed');
  expect(done.totals.outcomes).toMatchObject({ created: 500 });
});

test('the same request fifty times at once has one effect', async ({ desk }) => {
  const key = await keyFor(desk, 'customers:write');
  const body = JSON.stringify({ customers: customers(5) });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      post(desk, byId, key, body, { 'idempotency-key': `fifty ${next}`.replace(' ', '-') }),
    ),
  );
  expect(new Set(answers.map(({ headers }) => headers.get('x-import-id'))).size).toBe(1);
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
});

test('a kill between the effect and the answer: the retry gets the answer of the first', async ({ ownDesk: desk }) => {
  const key = await keyFor(desk, 'customers:write');
  for (const count of [1, 700, 4000]) {
    const list = customers(count);
    const body = JSON.stringify({ customers: list });
    const headers = { 'idempotency-key': `kill-${count}` };
    const first = post(desk, byId, key, body, headers)
      .then((answer) => answer.text())
      .catch(() => 'lost');
    await new Promise((resolve) => setTimeout(resolve, 5 + count / 20));
    await desk.killWeb();
    await first;
    await desk.restart();
    let retry = await post(desk, byId, key, body, headers);
    for (let tries = 0; retry.status === 409 && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      retry = await post(desk, byId, key, body, headers);
    }
    const { data } = (await retry.json()) as { data: { action: string; id: number }[] };
    expect(data.map(({ action, id }) => [action, id])).toEqual(list.map(({ id }) => ['create', id]));
    const again = await post(desk, byId, key, body, headers);
    expect((await again.json()).data).toEqual(data);
    const customer = await ask<{ version: number }>(desk, `/api/v1/customers/${list[0]!.id}`);
    expect(customer.version).toBe(1);
  }
});

test('a scheduled import survives a kill of everything, and tells when it is done', async ({ ownDesk: desk, page }) => {
  const key = await keyFor(desk, 'customers_create');
  await desk.killWorker();
  const list = ids(20).map((id) => ({ name: 'Kim', email: `k${id}@bulk.example`, country: 'NL' }));
  const answer = await post(desk, later, key, JSON.stringify({ customers: list }));
  expect(answer.status).toBe(200);
  const id = Number(answer.headers.get('x-import-id'));
  await desk.killWeb();
  await desk.restart();
  expect((await desk.until(id, 'committed')).totals.outcomes).toMatchObject({ created: 20 });
  await page.goto(`${desk.baseUrl}/imports`);
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  await page.getByRole('link', { name: /^The scheduled import/ }).click();
  await page.waitForURL(`${desk.baseUrl}/imports/${id}/report`);
  await expect(page.getByRole('heading', { name: '20 customers imported' })).toBeVisible();
});
