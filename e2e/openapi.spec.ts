/** The OpenAPI document is what the desk does: every operation is called, and every answer held to it. */
import { openApiDocument, operations } from '../lib/contracts/openapi/document';
import { expect, test } from './fixtures';
import type { Call } from './openapi-bulk-calls';
import { calls } from './openapi-calls';
import { addressOf, expectDocumented } from './openapi-document';
import { raw } from './raw';
import { type Desk, serve } from './serve';

const all = ['imports:write', 'customers:read', 'customers:write', 'customers_create'];
const keys = new WeakMap<Desk, Promise<{ key: string; other: string }>>();

/** A key that may all that keys may, and one that may nothing of what is asked here: each operation needs another scope. */
const keysOf = (desk: Desk) => {
  const made = async () => ({ key: await makeKey(desk, all), other: await makeKey(desk, ['customers_create']) });
  if (!keys.has(desk)) keys.set(desk, made());
  return keys.get(desk)!;
};

const makeKey = async (desk: Desk, scopes: string[]) =>
  (await desk.admin(['create-key', '--name', 'Caller', ...scopes.flatMap((scope) => ['--scope', scope])])).trim();

const call = async (desk: Desk, id: string, { path, query, json, body, headers, as = 'key' }: Call) => {
  const { method, path: address } = addressOf(id, path, query);
  const who = as === 'key' ? { authorization: `Bearer ${(await keysOf(desk)).key}` } : undefined;
  return desk.call(address, {
    method,
    headers: { ...who, ...headers },
    body: body ?? (json === undefined ? undefined : JSON.stringify(json)),
  });
};

const expectAnswer = async (desk: Desk, id: string, given: Call) => {
  await test.step(`${given.status} ${JSON.stringify(given).slice(0, 100)}`, async () => {
    const answer = await call(desk, id, given);
    const text = await answer.text();
    expect(answer.status, text.slice(0, 1000)).toBe(given.status);
    await expectDocumented(id, answer, text);
  });
};

const empty = { importId: 1, customerId: 1, row: 1 };

test('every operation has its calls, and no others are there', () => {
  expect(Object.keys(calls).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
});

for (const { id, permission } of operations) {
  test(`${id} answers as the document says`, async ({ desk }) => {
    const wanted = await calls[id]!(desk);
    for (const each of wanted) await expectAnswer(desk, id, each);
    expect(wanted.some(({ status }) => status < 400)).toBe(true);
    if (permission === null) return;
    const { other } = await keysOf(desk);
    const isOther = permission === 'customers:create';
    const wrong = isOther ? await makeKey(desk, ['customers:read']) : other;
    await expectAnswer(desk, id, { status: 401, path: empty, headers: { authorization: 'Bearer nobody' } });
    await expectAnswer(desk, id, { status: 403, path: empty, headers: { authorization: `Bearer ${wrong}` } });
  });
}

test('who asks for too much is answered as the document says, by every contract', async () => {
  const desk = await serve({ RATE_LIMIT_PER_MINUTE: '20' });
  await expect.poll(async () => (await desk.call('/api/v1/openapi.json')).status, { intervals: [10] }).toBe(429);
  const counted = operations.filter(({ uncounted }) => !uncounted);
  for (const { id } of counted) await expectAnswer(desk, id, { status: 429, path: empty, as: 'administrator' });
  await desk.stop();
});

test('a request for another host is refused as the document says', async ({ desk }) => {
  for (const { id } of operations) {
    const { method, path } = addressOf(id, empty);
    const { status, headers, text } = await raw(desk, path, { method, headers: { host: 'evil.example' } });
    expect(status, id).toBe(403);
    await expectDocumented(id, new Response(text, { status, headers: headers as Record<string, string> }), text);
  }
});

test('the document is given to everybody', async ({ desk }) => {
  const given = await (await fetch(`${desk.baseUrl}/api/v1/openapi.json`)).json();
  expect(given).toEqual(JSON.parse(JSON.stringify(openApiDocument(given.info.version))));
});
