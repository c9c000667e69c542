import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, expectProblem } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { firstLine, head, raw } from './raw';

const post = '/api/v1/imports?fileName=customers.csv';
const uploadsOf = ({ dataDir }: { dataDir: string }) => readdir(join(dataDir, 'uploads')).catch(() => [] as string[]);

test('an upload that breaks off in the middle leaves nothing', async ({ ownDesk }) => {
  const socket = head(ownDesk, 'POST', '/api/v1/imports?fileName=broken.csv', { 'content-length': 5_000_000 });
  socket.write(Buffer.alloc(1_000_000, 'name,email\r\n'));
  const folder = join(ownDesk.dataDir, 'uploads');
  await expect
    .poll(async () => {
      const [part] = await uploadsOf(ownDesk);
      return part ? (await stat(join(folder, part))).size : 0;
    }, 'the first bytes are on the disk')
    .toBeGreaterThan(0);
  socket.destroy();
  await expect.poll(() => uploadsOf(ownDesk)).toEqual([]);
  expect(await ask(ownDesk, '/api/v1/imports')).toMatchObject({ imports: [] });
  const { id } = await ownDesk.upload('next.csv', csv(people(1)));
  await ownDesk.until(id, 'review');
});

test('a file above the limit is refused before its bytes are sent', async ({ desk }) => {
  const before = await uploadsOf(desk);
  for (const length of [600 * 1024 * 1024, 100 * 1024 ** 3, Number.MAX_SAFE_INTEGER]) {
    const socket = head(desk, 'POST', post, { 'content-length': length });
    expect(await firstLine(socket)).toContain(' 413 ');
    socket.destroy();
  }
  expect(await uploadsOf(desk)).toHaveLength(before.length);
});

test('who asks whether to send a file is told to go on only where it is taken', async ({ desk }) => {
  const before = await uploadsOf(desk);
  const bytes = Buffer.from(csv(people(1)));
  const asking = (length: number) => ({ 'content-length': length, expect: '100-continue' });
  for (const [sender, length, status] of [
    [{ ...desk, cookie: '' }, bytes.length, 401],
    [desk, 100 * 1024 ** 3, 413],
  ] as const) {
    const socket = head(sender, 'POST', post, asking(length));
    expect(await firstLine(socket)).toContain(` ${status} `);
    socket.destroy();
  }
  expect(await uploadsOf(desk)).toHaveLength(before.length);

  const socket = head(desk, 'POST', post, asking(bytes.length));
  expect(await firstLine(socket)).toBe('HTTP/1.1 100 Continue');
  const answer = new Promise((resolve) => socket.on('data', (text) => String(text).includes(' 201 ') && resolve(text)));
  socket.write(bytes);
  await answer;
  socket.destroy();
});

test('a JSON body above the limit is refused before its bytes are sent', async ({ desk }) => {
  const { id } = await desk.upload('body.csv', csv(people(1)));
  await desk.until(id, 'review');
  for (const [method, path] of [
    ['PATCH', `/api/v1/imports/${id}/rows/2`],
    ['PUT', `/api/v1/imports/${id}/mapping`],
    ['PUT', `/api/v1/imports/${id}/intake`],
    ['PATCH', '/api/v1/customers/1'],
  ] as const) {
    const socket = head(desk, method, path, { 'content-length': 100_000_000, 'content-type': 'application/json' });
    expect(await firstLine(socket), `${method} ${path}`).toContain(' 413 ');
    socket.destroy();
  }
});

test('a body in chunks, whose length nobody told, is taken', async ({ desk }) => {
  const name = `chunks ${newBlock()}.csv`;
  const socket = head(desk, 'POST', `/api/v1/imports?fileName=${encodeURIComponent(name)}`, {
    'transfer-encoding': 'chunked',
  });
  const bytes = Buffer.from(csv(people(2)));
  socket.write(`${bytes.length.toString(16)}\r\n`);
  socket.write(bytes);
  socket.write('\r\n0\r\n\r\n');
  expect(await firstLine(socket)).toContain(' 201 ');
  socket.destroy();
  const { imports } = await ask<{ imports: { id: number }[] }>(desk, `/api/v1/imports?q=${encodeURIComponent(name)}`);
  expect((await desk.until(imports[0]!.id, 'review')).totals.rows).toBe(2);
});

test('an empty body and a name that is no spreadsheet are refused in words', async ({ desk }) => {
  const empty = await desk.call(post, { method: 'POST', body: '' });
  expect((await expectProblem(empty, 415, 'not_accepted')).detail).toBe(
    'customers.csv is empty. Choose a file with a header and rows.',
  );
  for (const [name, words] of [
    ['photo.png', 'photo.png is not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['old.xls', 'old.xls is an old Excel file. Save it as XLSX and upload that.'],
    ['none', 'none is not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
  ] as const) {
    const answer = await desk.call(`/api/v1/imports?fileName=${name}`, { method: 'POST', body: 'a,b\r\n1,2\r\n' });
    expect((await expectProblem(answer, 415, 'not_accepted')).detail).toBe(words);
  }
});

test('a hostile file name is only a name', async ({ desk }) => {
  const before = await uploadsOf(desk);
  const names = [
    '../../etc/passwd.csv',
    '..\\..\\x.csv',
    'a\r\nset-cookie: x=1.csv',
    '<script>alert(1)</script>.csv',
    'é"\';.csv',
  ];
  for (const name of names) {
    const { id, file } = await desk.upload(name, csv(people(1)));
    expect(file.name).not.toMatch(/[/\\\r\n]/);
    const committed = await desk.commit((await desk.until(id, 'review')).id);
    const report = await raw(desk, `/api/v1/imports/${committed.id}/report`);
    expect(report.status).toBe(200);
    expect(report.headers['set-cookie']).toBeUndefined();
    expect(report.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%~-]+$/,
    );
  }
  const added = (await uploadsOf(desk)).filter((name) => !before.includes(name));
  expect(added.every((name) => /^[\w-]+$/.test(name))).toBe(true);
});

test('an upload that is sent again with its Idempotency-Key is one import', async ({ desk }) => {
  const block = newBlock();
  const send = (content: string, key = `upload-${block}`, path = post) =>
    desk.call(path, { method: 'POST', body: content, headers: { 'idempotency-key': key } });
  const files = (await uploadsOf(desk)).length;
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(csv(people(3, block)))));
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
  const ids = new Set(answers.map(({ headers }) => headers.get('x-import-id')));
  expect(ids.size).toBe(1);
  await desk.until(Number([...ids][0]), 'review');
  expect((await send(csv(people(3, block)))).headers.get('x-import-id')).toBe([...ids][0]);
  await expectProblem(await send(csv(people(4, block))), 422, 'key_reused');
  await expectProblem(await send(csv(people(3, block)), undefined, `${post}&mode=create`), 422, 'key_reused');
  await expectProblem(await send('id', 'not one'), 400, 'bad_idempotency_key');
  expect(await uploadsOf(desk)).toHaveLength(files + 1);
});

test('what a commit would do is asked without doing it', async ({ desk }) => {
  const { id } = await desk.upload('planned.csv', csv(people(2)));
  const { totals } = await desk.until(id, 'review');
  for (const [path, headers] of [
    [`/api/v1/imports/${id}/commit?plan=1`, {}],
    [`/api/v1/imports/${id}/commit`, { prefer: 'plan' }],
  ] as const) {
    const answer = await desk.call(path, { method: 'POST', headers });
    expect([answer.status, await answer.json()]).toMatchObject([200, { state: 'review', totals }]);
  }
  const done = await desk.commit(id);
  expect(done.totals.outcomes.created).toBe(totals.dispositions.create);
});
