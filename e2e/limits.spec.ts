import type { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, expectProblem } from './by-api';
import { csv, people } from './data';
import { expect, test } from './fixtures';
import { firstLine, head, raw } from './raw';
import { type Desk, serve } from './serve';

const MB = 1024 * 1024;

/** Works with a desk of its own settings. */
const withDesk = async (env: Record<string, string>, work: (desk: Desk) => Promise<void>) => {
  const desk = await serve(env);
  try {
    await work(desk);
  } finally {
    await desk.stop();
  }
};

/** Asks until it is refused; how many were answered. */
const untilRefused = async (desk: Desk, path: string, headers: (at: number) => Record<string, string>) => {
  for (let at = 0; at < 100; at += 1) {
    const answer = await raw(desk, path, { headers: headers(at) });
    if (answer.status === 429) return { answered: at, refused: answer };
  }
  throw new Error(`Nobody refused ${path}.`);
};

test('who asks too often is told when to come back, whatever address they claim to have', async () => {
  await withDesk({ RATE_LIMIT_PER_MINUTE: '60' }, async (desk) => {
    const forged = (at: number) => ({
      'x-forwarded-for': `198.51.100.${at}`,
      'x-import-desk-address': `198.51.100.${at}`,
      forwarded: `for=198.51.100.${at}`,
      'x-real-ip': `198.51.100.${at}`,
    });
    const { answered, refused } = await untilRefused(desk, '/api/v1/imports', forged);
    expect(answered).toBeLessThanOrEqual(60);
    expect(JSON.parse(refused.text)).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(refused.headers.ratelimit).toContain('r=0');
    expect(refused.headers['content-type']).toBe('application/problem+json');
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    // Whoever watches the desk is not told that it is down.
    expect((await raw(desk, '/api/health', { headers: forged(200) })).status).toBe(200);
    for (const path of ['/imports', '/nowhere', '/api/v1/openapi.json', '/api/nowhere']) {
      const other = await raw(desk, path, { headers: forged(200) });
      expect(other.status, path).toBe(429);
      expect(Number(other.headers['retry-after']), path).toBeGreaterThan(0);
    }
    const upload = head(desk, 'POST', '/api/v1/imports?fileName=a.csv', { 'content-length': 500 * MB });
    expect(await told(upload)).toMatch(/^HTTP\/1\.1 429 /);
  });
});

test('behind a proxy that is trusted each client is counted alone, and cannot choose who it is', async () => {
  await withDesk({ RATE_LIMIT_PER_MINUTE: '30', TRUSTED_PROXIES: '127.0.0.1' }, async (desk) => {
    const from = (forwarded: string) => () => ({ 'x-forwarded-for': forwarded });
    expect((await untilRefused(desk, '/api/v1/imports', from('198.51.100.1'))).answered).toBe(30);
    expect((await untilRefused(desk, '/imports', from('2001:db8:1:2::1'))).answered).toBe(30);
    const status = async (forwarded: string) =>
      (await raw(desk, '/api/v1/imports', { headers: from(forwarded)() })).status;
    expect(await status('198.51.100.2')).toBe(200);
    expect(await status('198.51.100.2, 198.51.100.1'), 'what came with the request is no word of the proxy').toBe(429);
    expect(await status('2001:db8:1:2:ffff::1'), 'a subscriber has 64 bits to choose from').toBe(429);
    expect(await status('2001:db8:1:3::1')).toBe(200);
  });
});

/** All that comes until the connection ends. */
const told = (socket: ReturnType<typeof connect>): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    socket.on('error', () => undefined).once('close', () => resolve(text));
  });

/** Sends bytes for as long as the other side takes them, and nothing stops it. @returns how many left */
const pour = (socket: ReturnType<typeof connect>, most: number, chunked: boolean) => {
  const sent = { bytes: 0 };
  const block = Buffer.alloc(64 * 1024, 'a');
  const part = chunked ? Buffer.concat([Buffer.from('10000\r\n'), block, Buffer.from('\r\n')]) : block;
  const more = () => {
    while (sent.bytes < most && socket.writable) {
      sent.bytes += block.length;
      if (!socket.write(part)) return void socket.once('drain', more);
    }
  };
  more();
  return sent;
};

test('a body that nobody wants is not taken: the answer comes first, and then the connection ends', async ({
  desk,
}) => {
  const { id } = await desk.upload('limits.csv', csv(people(1)));
  const evil = { origin: 'http://evil.example' };
  const upload = '/api/v1/imports?fileName=a.csv';
  const cases: [method: string, path: string, headers: Record<string, string>, status: number][] = [
    ['POST', '/imports', {}, 413],
    ['POST', '/nowhere', {}, 413],
    ['GET', '/imports', {}, 413],
    ['POST', '/_next/static/none.js', {}, 413],
    ['POST', '/api/nowhere', {}, 404],
    ['POST', upload, evil, 403],
    ['POST', `${upload}&nonsense=1`, {}, 400],
    ['POST', '/api/v1/imports?fileName=a.exe', {}, 415],
    ['POST', upload, { 'content-encoding': 'gzip' }, 415],
    ['PATCH', `/api/v1/imports/${id}/rows/2`, {}, 413],
    ['DELETE', '/api/v1/imports/987654321', {}, 404],
  ];
  for (const chunked of [false, true]) {
    for (const [method, path, headers, status] of cases) {
      const size: Record<string, string | number> = chunked
        ? { 'transfer-encoding': 'chunked' }
        : { 'content-length': 500 * MB };
      const socket = head(desk, method, path, { ...size, ...headers });
      const answer = told(socket);
      const sent = pour(socket, 500 * MB, chunked);
      const what = `${method} ${path} ${chunked ? 'in chunks' : 'announced'}`;
      const expected = chunked && !path.startsWith('/api/') ? 411 : status;
      expect(await Promise.race([answer, wait(5000, 'nothing within 5 s')]), what).toMatch(
        new RegExp(`^HTTP/1\\.1 ${expected} `),
      );
      expect(sent.bytes, what).toBeLessThan(400 * MB);
    }
  }
  expect(await ask(desk, '/api/health')).toMatchObject({ status: 'ok' });
});

test('what is no request, or breaks off, is answered with a number and the headers of all answers', async ({
  desk,
}) => {
  const answers = [
    () =>
      head(desk, 'POST', '/customers/bulk/id', { 'content-length': 50, 'content-type': 'application/json' }).end('{'),
    () => head(desk, 'GET', '/customers/bulk/id', { 'no good': 1 }),
    () => head(desk, 'GET', `/imports?q=${'x'.repeat(20_000)}`, {}),
  ];
  for (const ask of answers) {
    const text = await told(ask());
    expect(text).toMatch(/^HTTP\/1\.1 4(00|31) /);
    expect(text.toLowerCase()).toMatch(/^x-request-id: [\da-f-]{36}\r$/m);
    expect(text.toLowerCase()).toMatch(/^content-security-policy: default-src 'none';.*\r$/m);
  }
});

test('a request without a Host is refused as one with a foreign one', async ({ desk }) => {
  for (const path of ['/api/v1/imports', '/sign-in', '/imports']) {
    const answer = await told(head(desk, 'GET', path, { host: '', connection: 'close' }));
    expect(answer, path).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer.toLowerCase(), path).toMatch(/^x-content-type-options: nosniff\r$/m);
  }
});

test('the head of a request has a limit', async ({ desk }) => {
  const answer = await raw(desk, '/api/v1/imports', { headers: { 'x-long': 'a'.repeat(20_000) } });
  expect(answer.status).toBe(431);
});

test('a small body is taken as before, and one that is packed is refused', async ({ desk }) => {
  const { id } = await desk.upload('small.csv', csv(people(1)));
  await desk.until(id, 'review');
  const path = `/api/v1/imports/${id}/rows/2`;
  const body = JSON.stringify({ values: { lastName: 'x'.repeat(200) } });
  const one = await desk.call(path, { method: 'PATCH', body });
  expect(one.status).toBe(200);
  const packed = await desk.call(path, { method: 'PATCH', body, headers: { 'content-encoding': 'gzip' } });
  await expectProblem(packed, 415, 'encoded');
});

test('what a client expects, or offers to speak, is answered as any other request', async ({ desk }) => {
  const offers: Record<string, string>[] = [
    { expect: 'foo' },
    { connection: 'Upgrade', upgrade: 'websocket' },
    { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA' },
  ];
  for (const more of offers) {
    const socket = head(desk, 'GET', '/api/health', more);
    expect(await firstLine(socket)).toBe('HTTP/1.1 200 OK');
    socket.destroy();
  }
});

test('an action that comes in chunks, as Next hands it on to its page, is taken', async ({ desk }) => {
  const action = { 'next-action': `7f${'0'.repeat(40)}`, 'content-type': 'text/plain' };
  const chunked = { ...action, 'transfer-encoding': 'chunked' };
  const socket = head(desk, 'POST', '/sign-in', chunked);
  socket.write('3\r\na=b\r\n0\r\n\r\n');
  expect(await firstLine(socket)).not.toContain(' 411 ');
  socket.destroy();
});
