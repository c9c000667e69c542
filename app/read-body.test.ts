import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body';

const MB = 1024 * 1024;
const terms = { most: MB, gzip: true };

/** A request whose body is taken part by part; `taken` counts the bytes. */
function sent(parts: Iterable<Uint8Array>, headers: Record<string, string> = {}) {
  const source = parts[Symbol.iterator]();
  const counted = { taken: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const { value, done } = source.next();
        if (done) return controller.close();
        counted.taken += value.byteLength;
        controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  return { request, counted };
}

function* endless(size = 64 * 1024) {
  for (;;) yield new Uint8Array(size);
}

const gzip = { 'content-encoding': 'gzip' };
const slices = (bytes: Uint8Array, size = 1000) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));

describe('a body is taken up to its limit, and not a byte further than needed', () => {
  it('as it is', async () => {
    expect((await readBody(sent(slices(Buffer.from('{"a":1}'), 2)).request, terms)).toString()).toBe('{"a":1}');
    expect(await readBody(new Request('http://localhost/'), terms)).toHaveLength(0);
    expect(await readBody(sent([new Uint8Array(MB)]).request, terms)).toHaveLength(MB);
  });

  it('nothing of it where its length says that it is too much', async () => {
    const { request, counted } = sent(endless(), { 'content-length': String(MB + 1) });
    await expect(readBody(request, terms)).rejects.toMatchObject({ status: 413, message: 'The body is above 1 MB.' });
    expect(counted.taken).toBe(0);
  });

  it.each<Record<string, string>>([{}, { 'content-length': '10' }])(
    'no more than the limit where its length does not say so',
    async (headers) => {
      const { request, counted } = sent(endless(), headers);
      await expect(readBody(request, terms)).rejects.toMatchObject({ status: 413 });
      expect(counted.taken).toBeLessThanOrEqual(MB + 128 * 1024);
    },
  );
});

describe('a packed body', () => {
  it('is unpacked', async () => {
    const text = JSON.stringify({ a: 'é'.repeat(1000) });
    expect((await readBody(sent(slices(gzipSync(text), 10), gzip).request, terms)).toString()).toBe(text);
    const shouted = sent([gzipSync(text)], { 'content-encoding': ' GZIP' });
    expect((await readBody(shouted.request, terms)).toString()).toBe(text);
  });

  it('that is a bomb is stopped at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * MB));
    const { request, counted } = sent(slices(bomb), gzip);
    const before = process.memoryUsage().arrayBuffers;
    await expect(readBody(request, terms)).rejects.toMatchObject({ status: 413, code: 'too_large' });
    expect(counted.taken).toBeLessThan(bomb.length / 3);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * MB);
  });

  it.each([
    ['is no gzip', Buffer.from('{"a":1}')],
    ['ends too early', gzipSync('{"a":1}').subarray(0, -9)],
    ['is damaged', Buffer.concat([gzipSync('{"a":1}').subarray(0, -8), Buffer.alloc(8)])],
    ['is empty', Buffer.alloc(0)],
  ])('that %s is refused', async (_, bytes) => {
    const read = readBody(sent(slices(bytes), gzip).request, terms);
    await expect(read).rejects.toMatchObject({ status: 400, code: 'broken_gzip' });
  });

  it.each(['br', 'deflate', 'gzip, gzip', 'x'])('by %s is refused', async (encoding) => {
    const { request } = sent([brotliCompressSync('{}')], { 'content-encoding': encoding });
    await expect(readBody(request, terms)).rejects.toMatchObject({ status: 415, code: 'encoded' });
  });

  it('is refused where the route does not unpack', async () => {
    await expect(readBody(sent([gzipSync('{}')], gzip).request, { most: MB })).rejects.toMatchObject({ status: 415 });
  });
});

it('a charset other than UTF-8 is refused', async () => {
  const as = (type: string) => sent([Buffer.from('{}')], { 'content-type': type }).request;
  for (const type of ['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"']) {
    expect(await readBody(as(type), terms)).toHaveLength(2);
  }
  const latin = readBody(as('application/json; charset=iso-8859-1'), terms);
  await expect(latin).rejects.toMatchObject({ status: 415 });
});

it.each<Record<string, string>>([{}, gzip])('a body that is cut off is said to be', async (headers) => {
  const cut = new AbortController();
  const pull = (controller: ReadableStreamDefaultController) => {
    cut.abort();
    controller.error(new Error('aborted'));
  };
  const all = { method: 'POST', body: new ReadableStream({ pull }), signal: cut.signal, headers, duplex: 'half' };
  const read = readBody(new Request('http://localhost/', all as RequestInit), terms);
  await expect(read).rejects.toMatchObject({ status: 400, code: 'cut_off' });
});
