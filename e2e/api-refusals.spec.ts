import { commitFile, customerOf, expectProblem, reviewFile, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';

test('what does not fit is refused with a problem document that names it', async ({ desk }) => {
  const block = newBlock();
  await commitFile(desk, 'there.csv', csv(people(1, block)));
  const { id } = await reviewFile(desk, 'refusals.csv', csv(people(2)));
  const customer = `/customers/${(await customerOf(desk, block + 1)).id}`;
  const import_ = `/imports/${id}`;
  const columns = [{ index: 0, field: 'email' }];
  type Case = [method: string, path: string, body: unknown, status: number, code: string, names: string];
  const cases: Case[] = [
    ['GET', '/imports?limit=0', undefined, 400, 'does_not_fit', 'limit'],
    ['GET', '/imports?state=lost', undefined, 400, 'does_not_fit', 'state'],
    ...['', '/issues', '/intake'].map(
      (path) => ['GET', `${import_}${path}?foo=1`, undefined, 400, 'does_not_fit', 'foo'] as Case,
    ),
    ['PUT', `${import_}/mapping?foo=1`, { columns, matchKey: 'id' }, 400, 'does_not_fit', 'foo'],
    ['DELETE', `${import_}?foo=1`, undefined, 400, 'does_not_fit', 'foo'],
    ['GET', `${customer}?foo=1`, undefined, 400, 'does_not_fit', 'foo'],
    ['GET', '/imports?cursor=x', undefined, 400, 'does_not_fit', 'cursor'],
    ['GET', '/customers?cursor=x', undefined, 400, 'does_not_fit', 'cursor'],
    ['POST', '/imports', undefined, 400, 'does_not_fit', 'fileName'],
    ['POST', '/imports?fileName=a.csv&mode=delete', undefined, 400, 'does_not_fit', 'mode'],
    ['PUT', `${import_}/mapping`, {}, 422, 'does_not_fit', 'columns'],
    ['PUT', `${import_}/mapping`, { columns, matchKey: 'email', more: 1 }, 422, 'does_not_fit', 'more'],
    ['PUT', `${import_}/mapping`, { columns, matchKey: 'id' }, 422, 'mapping_incomplete', 'ID'],
    [
      'PUT',
      `${import_}/mapping`,
      { columns: Array(501).fill(columns[0]), matchKey: 'id' },
      422,
      'does_not_fit',
      'columns',
    ],
    ['PUT', `${import_}/intake`, { delimiter: 'x' }, 422, 'does_not_fit', 'delimiter'],
    ['PUT', `${import_}/intake`, { headerRow: -1 }, 422, 'does_not_fit', 'headerRow'],
    ['GET', `${import_}/rows?limit=501`, undefined, 400, 'does_not_fit', 'limit'],
    ['GET', `${import_}/rows?issue=nonsense`, undefined, 400, 'does_not_fit', 'issue'],
    ['GET', `${import_}/rows/next?from=-1`, undefined, 400, 'does_not_fit', 'from'],
    ['PATCH', `${import_}/rows/2`, {}, 422, 'does_not_fit', 'values'],
    ['PATCH', `${import_}/rows/2`, { values: { email: 7 } }, 422, 'does_not_fit', 'email'],
    ['PATCH', `${import_}/rows/2`, { values: { company: 'x' } }, 422, 'unknown_field', 'company'],
    ['PATCH', `${import_}/rows/2`, { values: { email: 'x'.repeat(40_000) } }, 422, 'does_not_fit', 'email'],
    ['POST', `${import_}/commit?revision=new`, undefined, 400, 'does_not_fit', 'revision'],
    ['GET', `${import_}/report?format=pdf`, undefined, 400, 'does_not_fit', 'format'],
    ['GET', '/customers?limit=101', undefined, 400, 'does_not_fit', 'limit'],
    ['GET', '/customers?sort=ssn', undefined, 400, 'does_not_fit', 'sort'],
    ['PATCH', customer, { version: 'x', values: {} }, 422, 'does_not_fit', 'version'],
    ['PATCH', customer, { version: 1, values: { email: 'nobody' } }, 422, 'has_errors', 'name@example.com'],
    ['PATCH', customer, { version: 99, values: { lastName: 'Bakker' } }, 409, 'differs', 'changed'],
  ];
  for (const [method, path, body, status, code, names] of cases) {
    await test.step(`${method} ${path} ${JSON.stringify(body)?.slice(0, 60) ?? ''}`, async () => {
      const problem = await expectProblem(await send(desk, method, `/api/v1${path}`, body), status, code);
      expect(problem.detail).toContain(names);
    });
  }
});

test('a body that is no JSON is refused', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'no json.csv', csv(people(1)));
  for (const body of ['{"values":', '\xFF\xFE', '[', 'null x', '[['.repeat(17)]) {
    const answer = await desk.call(`/api/v1/imports/${id}/rows/2`, { method: 'PATCH', body });
    await expectProblem(answer, 400, 'not_json');
  }
  const twice = '{"values":{"email":"a@example.com","email":"b@example.com"}}';
  const answer = await desk.call(`/api/v1/imports/${id}/rows/2`, { method: 'PATCH', body: twice });
  expect((await expectProblem(answer, 400, 'not_json')).detail).toContain('$.values: duplicate key [email]');
});

test('what is not there is answered with 404 everywhere', async ({ desk }) => {
  const columns = [{ index: 0, field: 'email' }];
  const paths: [method: string, path: string, body?: unknown][] = [
    ['GET', ''],
    ['DELETE', ''],
    ['PUT', '/mapping', { columns, matchKey: 'email' }],
    ['GET', '/intake'],
    ['PUT', '/intake', { headerRow: 1 }],
    ['GET', '/rows'],
    ['GET', '/rows/next'],
    ['PATCH', '/rows/2', { excluded: true }],
    ['GET', '/issues'],
    ['GET', '/progress'],
    ['POST', '/commit'],
    ['GET', '/report'],
  ];
  for (const id of ['987654321', '0', '-1', 'x', '1e3', '99999999999999999999']) {
    for (const [method, path, body] of paths) {
      await test.step(`${method} imports/${id}${path}`, async () => {
        await expectProblem(await send(desk, method, `/api/v1/imports/${id}${path}`, body), 404, 'not_found');
      });
    }
  }
  for (const id of ['987654321', 'x', '01990000-0000-7000-8000-000000000000']) {
    await expectProblem(await desk.call(`/api/v1/customers/${id}`), 404, 'not_found');
    const body = { version: 1, values: { lastName: 'x' } };
    await expectProblem(await send(desk, 'PATCH', `/api/v1/customers/${id}`, body), 404, 'not_found');
  }
  const { id } = await reviewFile(desk, 'one row.csv', csv(people(1)));
  await expectProblem(await send(desk, 'PATCH', `/api/v1/imports/${id}/rows/99`, { excluded: true }), 404, 'not_found');
});

test('an import is changed only while that is possible', async ({ desk }) => {
  const open = await reviewFile(desk, 'not yet.csv', csv(people(1)));
  await expectProblem(await desk.call(`/api/v1/imports/${open.id}/report`), 409, 'wrong_state');

  const { id } = await commitFile(desk, 'too late.csv', csv(people(1)));
  const columns = [{ index: 3, field: 'email' }];
  const late: [method: string, path: string, body?: unknown][] = [
    ['PATCH', '/rows/2', { values: { email: 'late@example.com' } }],
    ['PATCH', '/rows/2', { excluded: true }],
    ['PUT', '/mapping', { columns, matchKey: 'email' }],
    ['PUT', '/intake', { headerRow: 0 }],
    ['PUT', '/intake', { dateOrder: 'mdy' }],
    ['DELETE', ''],
  ];
  for (const [method, path, body] of late) {
    await test.step(`${method} ${path}`, async () => {
      await expectProblem(await send(desk, method, `/api/v1/imports/${id}${path}`, body), 409, 'wrong_state');
    });
  }
  expect((await desk.until(id, 'committed')).totals.outcomes.created).toBe(1);
});

test('an edit on what someone else changed is refused with what stands there now', async ({ desk }) => {
  const { id } = await reviewFile(desk, 'two editors.csv', csv(people(1)));
  const path = `/api/v1/imports/${id}/rows/2`;
  await send(desk, 'PATCH', path, { values: { lastName: 'Theirs' } });
  const answer = await send(desk, 'PATCH', path, { values: { lastName: 'Mine' }, was: { lastName: 'Person' } });
  const problem = await expectProblem(answer, 409, 'differs');
  expect(problem).toMatchObject({ current: { lastName: 'Theirs' } });
});

test('an old revision is refused with the new numbers', async ({ desk }) => {
  const view = await reviewFile(desk, 'stale.csv', csv(people(2)));
  await send(desk, 'PATCH', `/api/v1/imports/${view.id}/rows/2`, { excluded: true });
  const answer = await desk.call(`/api/v1/imports/${view.id}/commit?revision=${view.revision}`, { method: 'POST' });
  const problem = await expectProblem(answer, 409, 'stale');
  expect(problem).toMatchObject({ totals: { states: { excluded: 1 }, dispositions: { create: 1 } } });
});

test('fields that a customer does not have are never written', async ({ desk }) => {
  const block = newBlock();
  await commitFile(desk, 'extra.csv', csv(people(1, block)));
  const before = await customerOf(desk, block + 1);
  for (const name of ['id', 'uuid', 'version', '__proto__', 'constructor', 'nonsense']) {
    const body = `{"version":${before.version},"values":{"${name}":"7"}}`;
    const headers = { 'content-type': 'application/json' };
    await desk.call(`/api/v1/customers/${before.id}`, { method: 'PATCH', headers, body });
  }
  expect(await customerOf(desk, block + 1)).toEqual(before);
});
