import { customersAnswer, customerView } from '../lib/contracts/customer-api';
import { importsAnswer, importView, intakeView } from '../lib/contracts/import-api';
import { issueGroup, nextAnswer, patchAnswer, rowsAnswer } from '../lib/contracts/row-api';
import { ask, commitFile, customerOf, reviewFile, rowsOf, send } from './by-api';
import { change, csv, headers, newBlock, parseCsv, people } from './data';
import { expect, test } from './fixtures';

test('a file goes from upload to report by the API alone', async ({ desk }) => {
  const block = newBlock();
  const rows = change(people(4, block), [1, 'Email', 'nobody']);
  const made = await desk.call('/api/v1/imports?fileName=by%20api.csv', { method: 'POST', body: csv(rows) });
  expect(made.status).toBe(201);
  const view = importView.parse(await made.json());
  expect(made.headers.get('location')).toBe(`/api/v1/imports/${view.id}`);
  expect(view).toMatchObject({ source: 'api', file: { name: 'by api.csv', size: Buffer.byteLength(csv(rows)) } });

  const checked = importView.parse(await desk.until(view.id, 'review'));
  expect(checked.totals).toMatchObject({ rows: 4, states: { error: 1 }, dispositions: { create: 3 } });
  expect(checked.columns.map(({ header }) => header)).toEqual(headers);

  const wrong = rowsAnswer.parse(await rowsOf(desk, view.id, 'state=error'));
  expect(wrong).toMatchObject({ total: 1, rows: [{ row: 3, issues: [{ field: 'email', code: 'invalid_email' }] }] });
  expect(nextAnswer.parse(await ask(desk, `/api/v1/imports/${view.id}/rows/next?from=0`))).toMatchObject({
    row: 3,
    field: 'email',
  });
  expect(issueGroup.array().parse(await ask(desk, `/api/v1/imports/${view.id}/issues`))).toMatchObject([
    { code: 'invalid_email', field: 'email', count: 1, firstRow: 3 },
  ]);

  const email = `jan.${block}@example.com`;
  const edit = { values: { email }, was: { email: 'nobody' } };
  const patched = await send(desk, 'PATCH', `/api/v1/imports/${view.id}/rows/3`, edit);
  expect(patchAnswer.parse(await patched.json())).toMatchObject({
    row: { row: 3, state: 'ok', disposition: 'create', edited: [3] },
    totals: { states: { error: 0 }, dispositions: { create: 4 } },
    revision: checked.revision + 1,
  });

  const submitted = await send(desk, 'POST', `/api/v1/imports/${view.id}/commit`);
  expect(submitted.status).toBe(202);
  expect(await submitted.json()).toMatchObject({ status: 'committed', totals: { outcomes: { created: 4 } } });
  const again = await send(desk, 'POST', `/api/v1/imports/${view.id}/commit`);
  expect(again.status, 'submitting the same revision again answers the first operation').toBe(202);

  const report = await desk.call(`/api/v1/imports/${view.id}/report?format=csv&rows=all`);
  expect(report.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, ...lines] = parseCsv(Buffer.from(await report.arrayBuffer()).toString('utf8'));
  expect(head).toEqual([
    ...headers,
    'Import Desk row',
    'Import Desk outcome',
    'Import Desk customer',
    'Import Desk reason',
    'Import Desk warnings',
  ]);
  expect(lines.map((line) => line.slice(6, 8))).toEqual([2, 3, 4, 5].map((row) => [String(row), 'created']));
  expect(lines[1]?.[3]).toBe(email);
});

test('what was found can be read, changed and mapped anew', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'found.csv', csv(people(3)));
  const intake = intakeView.parse(await ask(desk, `/api/v1/imports/${id}/intake`));
  expect(intake).toMatchObject({ delimiter: { value: ',' }, headerRow: { value: 1 }, encoding: { doubtful: false } });

  const plan = await send(desk, 'PUT', `/api/v1/imports/${id}/intake?plan=1`, { delimiter: ';' });
  expect(await plan.json()).toEqual({ lost: [] });
  const anew = await send(desk, 'PUT', `/api/v1/imports/${id}/intake`, { headerRow: 0 });
  expect(importView.parse(await anew.json()).state).toBe('reading');
  const headless = await expect
    .poll(async () => (await ask<{ state: string }>(desk, `/api/v1/imports/${id}`)).state)
    .not.toBe('reading')
    .then(() => ask<{ totals: { rows: number } }>(desk, `/api/v1/imports/${id}`));
  expect(headless.totals.rows).toBe(4);
  await send(desk, 'PUT', `/api/v1/imports/${id}/intake`, { headerRow: 1 });
  await expect
    .poll(async () => (await ask<{ totals: { rows: number } }>(desk, `/api/v1/imports/${id}`)).totals.rows)
    .toBe(3);

  const columns = ['debtorId', 'firstName', 'lastName', 'email', null, null].map((field, index) => ({ index, field }));
  const mapping = { columns, matchKey: 'email', mode: 'create', blank: 'keep', defaults: {} };
  const mapped = await send(desk, 'PUT', `/api/v1/imports/${id}/mapping`, mapping);
  expect(importView.parse(await mapped.json())).toMatchObject({ options: { matchKey: 'email', mode: 'create' } });
  const checked = await desk.until(id, 'review');
  expect(checked.columns.map(({ field }) => field)).toEqual(columns.map(({ field }) => field));
});

test('progress comes as events until the import stands still', async ({ desk }) => {
  const { id } = await desk.upload('events.csv', csv(people(3)));
  const answer = await desk.call(`/api/v1/imports/${id}/progress`);
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const events = (await answer.text()).split('\n\n').filter(Boolean);
  const last = importView.parse(JSON.parse(events.at(-1)!.replace(/^data: /, '')));
  expect(last.state).toBe('review');
});

test('imports are listed newest first, by parts and by state', async ({ desk }) => {
  const name = `listed ${newBlock()}`;
  const ids: number[] = [];
  for (const part of [1, 2, 3]) ids.push((await reviewFile(desk, `${name} ${part}.csv`, csv(people(1)))).id);
  await desk.call(`/api/v1/imports/${ids[1]}`, { method: 'DELETE' });
  const list = async (query: string) =>
    importsAnswer.parse(await ask(desk, `/api/v1/imports?q=${encodeURIComponent(name)}&${query}`));

  const first = await list('limit=2');
  expect(first.imports.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const rest = await list(`limit=2&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ imports: [{ id: ids[0] }], nextCursor: null });
  expect((await list('state=cancelled')).imports.map(({ id }) => id)).toEqual([ids[1]]);
  expect((await list('state=open')).imports.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  expect((await list('state=committed')).imports).toEqual([]);
});

test('an import is cancelled by the first DELETE and deleted by the second', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'deleted.csv', csv(people(1)));
  const cancelled = await desk.call(`/api/v1/imports/${id}`, { method: 'DELETE' });
  expect(importView.parse(await cancelled.json()).state).toBe('cancelled');
  expect((await desk.call(`/api/v1/imports/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await desk.call(`/api/v1/imports/${id}`)).status).toBe(404);
});

test('customers are listed, read and changed', async ({ desk }) => {
  const block = newBlock();
  await commitFile(desk, 'customers.csv', csv(people(3, block)));
  const { customers } = customersAnswer.parse(await ask(desk, `/api/v1/customers?q=Person+${block + 2}`));
  expect(customers.map(({ debtorId }) => debtorId)).toEqual([block + 2]);
  const page = customersAnswer.parse(await ask(desk, `/api/v1/customers?sort=debtorId&order=desc&limit=2`));
  expect(page.customers).toHaveLength(2);
  expect(page.nextCursor).toEqual(expect.any(String));

  const customer = await customerOf(desk, block + 2);
  expect(customer.changes).toMatchObject([{ kind: 'import', created: true, fileName: 'customers.csv', row: 3 }]);
  expect(customerView.parse(await ask(desk, `/api/v1/customers/${customer.uuid}`)).id).toBe(customer.id);
  const paged = await desk.call(`/customers/${customer.uuid}`, { redirect: 'manual' });
  expect([paged.status, paged.headers.get('location')]).toEqual([307, `/customers/${customer.id}`]);
  const path = `/api/v1/customers/${customer.id}`;
  const changed = await send(desk, 'PATCH', path, { version: customer.version, values: { lastName: 'Bakker' } });
  expect(customerView.parse(await changed.json())).toMatchObject({
    version: customer.version + 1,
    firstName: customer.firstName,
    lastName: 'Bakker',
    lastChange: { kind: 'edit' },
  });
  const cleared = await send(desk, 'PATCH', path, { version: customer.version + 1, values: { phone: null } });
  expect(await cleared.json()).toMatchObject({ phone: null, lastName: 'Bakker' });
});

test('an address of a customer can be changed alone', async ({ desk }) => {
  const block = newBlock();
  await commitFile(desk, 'addresses.csv', csv(people(1, block)));
  const customer = await customerOf(desk, block + 1);
  const body = { version: customer.version, values: { 'billing.city': 'Leiden' } };
  const changed = await send(desk, 'PATCH', `/api/v1/customers/${customer.id}`, body);
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({
    version: customer.version + 1,
    addresses: [{ city: 'Leiden' }],
  });
});

test('everything can be read without an Origin header', async ({ desk }) => {
  const block = newBlock();
  const { id } = await commitFile(desk, 'read.csv', csv(people(1, block)));
  const customer = await customerOf(desk, block + 1);
  const paths = [
    ...['', '/rows', '/rows/next', '/issues', '/intake', '/progress', '/report'].map((path) => `/imports/${id}${path}`),
    ...['/imports', '/customers', `/customers/${customer.id}`, '/template.csv'],
  ];
  for (const path of [...paths.map((path) => `/api/v1${path}`), '/api/health']) {
    const answer = await fetch(`${desk.baseUrl}${path}`, { headers: { cookie: desk.cookie } });
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
    expect(answer.headers.get('x-request-id'), path).toBeTruthy();
    await answer.arrayBuffer();
  }
});

test('the template holds every field as a header and can be uploaded', async ({ desk }) => {
  const answer = await desk.call('/api/v1/template.csv');
  expect(answer.headers.get('content-disposition')).toContain('customers template.csv');
  const [head] = parseCsv(Buffer.from(await answer.arrayBuffer()).toString('utf8'));
  expect(head).toEqual(expect.arrayContaining(['id', 'email', 'billing.city']));
  const values: Record<string, string> = { id: '7', debtorId: '8', email: 'template@example.com' };
  const { id } = await desk.upload('template.csv', csv([head!.map((name) => values[name] ?? '')], head));
  const read = await desk.until(id, 'review');
  expect(read.columns.map(({ field }) => field)).toEqual(head);
});

test('a route says which methods it has to who asks by another', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'methods.csv', csv(people(1)));
  for (const [method, path, allow] of [
    ['PUT', '/api/v1/imports?x=1', 'GET, POST, HEAD, OPTIONS'],
    ['POST', `/api/v1/imports/${id}`, 'GET, DELETE, HEAD, OPTIONS'],
    ['GET', '/customers/bulk/id', 'POST, OPTIONS'],
    ['DELETE', `/api/v1/imports/${id}/rows/2`, 'PATCH, OPTIONS'],
  ] as const) {
    const answer = await desk.call(path, { method });
    expect([path, answer.status, answer.headers.get('allow')?.split(', ').sort()]).toEqual([
      path,
      405,
      allow.split(', ').sort(),
    ]);
  }
});
