/** Calls of the import API that are sent again, or only asked what they would do. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, commitFile, customerOf, expectProblem, reviewFile, rowsOf, type WithChanges } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';

const write = (desk: Desk, method: string, path: string, body: unknown, headers: Record<string, string>) =>
  desk.call(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
const key = (name: string) => ({ 'idempotency-key': name });

test('the same edit at the same time is made once, and is answered alike when it is sent again', async ({ desk }) => {
  const { id, revision } = await reviewFile(desk, 'once.csv', csv(people(2)));
  const path = `/api/v1/imports/${id}/rows/2`;
  const [row] = (await rowsOf(desk, id)).rows;
  const edit = { values: { email: 'once@example.com' }, was: { email: row!.cells[3]! } };
  const send = () => write(desk, 'PATCH', path, edit, key(`edit ${id}`.replace(' ', '-')));
  const answers = await Promise.all(Array.from({ length: 20 }, send));
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].filter((status) => status !== 200 && status !== 409)).toEqual([]);
  const first = await answers.find(({ status }) => status === 200)!.json();
  expect(first.revision).toBe(revision + 1);
  for (const answer of answers.filter(({ status }) => status === 409))
    await expectProblem(answer, 409, 'still_running');
  const again = await send();
  expect([again.status, await again.json()]).toEqual([200, first]);
  expect((await ask<{ revision: number }>(desk, `/api/v1/imports/${id}`)).revision).toBe(revision + 1);
  const other = await write(desk, 'PATCH', path, { excluded: true }, key(`edit-${id}`));
  await expectProblem(other, 422, 'key_reused');
});

test('an upload that is sent again is answered with its import as it is, and where that was deleted says so', async ({
  desk,
}) => {
  const content = csv(people(1));
  const send = () =>
    desk.call('/api/v1/imports?fileName=again.csv', { method: 'POST', body: content, headers: key('upload-again') });
  const { id } = await (await send()).json();
  await desk.until(id, 'review');
  const path = `/api/v1/imports/${id}`;
  expect((await write(desk, 'DELETE', path, undefined, {})).status).toBe(200);
  const again = await send();
  expect([again.status, await again.json()]).toMatchObject([201, { id, state: 'cancelled' }]);
  expect((await write(desk, 'DELETE', path, undefined, {})).status).toBe(204);
  await expectProblem(await send(), 410, 'answer_removed');
});

test('a cancelled import is not deleted by the same call again; what was refused keeps no key', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'cancelled.csv', csv(people(1)));
  const path = `/api/v1/imports/${id}`;
  const cancel = () => write(desk, 'DELETE', path, undefined, key(`cancel-${id}`));
  for (let time = 0; time < 2; time++) {
    const answer = await cancel();
    expect([answer.status, (await answer.json()).state]).toEqual([200, 'cancelled']);
  }
  const refused = () => write(desk, 'PUT', `${path}/mapping`, { columns: [], matchKey: 'email' }, key(`map-${id}`));
  await expectProblem(await refused(), 409, 'wrong_state');
  await expectProblem(await refused(), 409, 'wrong_state');
  expect((await write(desk, 'DELETE', path, undefined, key(`delete-${id}`))).status).toBe(204);
  expect((await write(desk, 'DELETE', path, undefined, key(`delete-${id}`))).status).toBe(204);
  expect((await desk.call(path)).status).toBe(404);
});

test('an answer that is kept is kept sealed', async ({ ownDesk: desk }) => {
  const block = newBlock();
  await commitFile(desk, 'sealed.csv', csv(people(1, block)));
  const { id, version } = await customerOf(desk, block + 1);
  const values = { company: 'Unmistakable Trading' };
  const sent = await write(desk, 'PATCH', `/api/v1/customers/${id}`, { version, values }, key('Plain-Key-4711'));
  expect(await sent.json()).toMatchObject(values);
  await desk.stop();
  for (const file of ['import-desk.db', 'import-desk.db-wal']) {
    const bytes = await readFile(join(desk.dataDir, file)).catch(() => Buffer.alloc(0));
    expect(bytes.includes('Plain-Key-4711')).toBe(false);
    expect(bytes.includes('"status":200')).toBe(false);
  }
});

test('plans write nothing but an entry in the audit log, whatever way they are asked for', async ({ desk }) => {
  const block = newBlock();
  await commitFile(desk, 'planned.csv', csv(people(1, block)));
  const customer = await customerOf(desk, block + 1);
  const { id } = await reviewFile(desk, 'plans.csv', csv(people(2)));
  const one = `/api/v1/imports/${id}`;
  const before = [await ask(desk, one), await rowsOf(desk, id), customer];
  const ways = (path: string): [string, Record<string, string>][] => [
    [`${path}?plan=1`, {}],
    [path, { prefer: 'plan' }],
  ];
  const calls: [string, string, unknown, object][] = [
    [
      'PATCH',
      `${one}/rows/2`,
      { values: { email: 'bad' } },
      { row: { state: 'error' }, totals: { states: { error: 1 } } },
    ],
    [
      'PUT',
      `${one}/mapping`,
      { columns: [{ index: 3, field: 'email' }], matchKey: 'email' },
      { state: 'review', totals: { rows: 2 } },
    ],
    ['PUT', `${one}/intake`, { headerRow: 2 }, { lost: [] }],
    ['POST', `${one}/commit`, undefined, { state: 'review' }],
    ['DELETE', one, undefined, { would: 'cancelled' }],
    [
      'PATCH',
      `/api/v1/customers/${customer.id}`,
      { version: customer.version, values: { company: 'New' } },
      { patch: { company: [null, 'New'] } },
    ],
    ['DELETE', `/api/v1/customers/${customer.id}`, undefined, { would: 'erased' }],
  ];
  for (const [method, path, body, wanted] of calls) {
    for (const [asked, headers] of ways(path)) {
      const answer = await write(desk, method, asked, body, headers);
      expect([answer.status, await answer.json()], `${method} ${asked}`).toMatchObject([200, wanted]);
    }
  }
  const customerNow = await ask<WithChanges>(desk, `/api/v1/customers/${customer.id}`);
  expect([await ask(desk, one), await rowsOf(desk, id), customerNow]).toEqual(before);
  const { entries } = await ask<{ entries: unknown[] }>(desk, '/api/v1/audit?action=plan_asked');
  expect(entries.length).toBeGreaterThanOrEqual(2 * calls.length);
  const uploads = await write(desk, 'POST', '/api/v1/imports?fileName=a.csv', {}, { prefer: 'plan' });
  await expectProblem(uploads, 400, 'no_plan');
});
