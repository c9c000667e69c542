import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { newFileKey, type Upload } from '../lib/files';
import { inPieces } from './testing/contract';
import { bytesOf, withS3 } from './testing/s3-place';

const MB = 1024 * 1024;
const impatient = { connect: 500, silence: 400, answer: 3000 };
const place = withS3('desk/');

const uploadOf = (size: number, more: Partial<Upload> = {}): Upload => ({
  bytes: inPieces(Buffer.alloc(size, 'a')),
  announced: size,
  most: 100 * MB,
  ...more,
});

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await place.server().resume();
  for (const close of closers.splice(0)) await close();
});

/** A server that takes connections and never answers. */
async function startSilent(): Promise<string> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createSocketServer((socket) => void sockets.add(socket.on('error', () => undefined).resume()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The S3 server behind a line on which answers stop after some bytes: the line breaks, or nothing comes any more. */
async function startBreaking(after: number, how: 'breaks' | 'stalls'): Promise<string> {
  const server = createServer((asked, answer) => {
    const through = request(
      `${place.server().url}${asked.url}`,
      { method: asked.method, headers: asked.headers },
      (from) => {
        answer.writeHead(from.statusCode!, from.headers);
        let sent = 0;
        from.on('data', (part) => {
          if (sent >= after) return;
          sent += part.length;
          answer.write(part);
          if (sent >= after && how === 'breaks') answer.destroy();
        });
        from.on('end', () => sent < after && answer.end());
      },
    );
    asked.pipe(through.on('error', () => answer.destroy()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('object storage that is away', () => {
  it('refuses an upload in words for a person, with the cause for the log', async () => {
    const files = await place.open();
    await place.server().pause();
    for (const size of [1000, 12 * MB]) {
      await expect(files.receive(newFileKey(), uploadOf(size))).rejects.toMatchObject({
        kind: 'not_stored',
        message: expect.stringContaining('Nothing was kept'),
        stack: expect.stringContaining('because of ECONNREFUSED'),
      });
    }
    await expect(bytesOf(files, newFileKey())).rejects.toMatchObject({ kind: 'not_reached' });
    await expect(files.remove(newFileKey())).rejects.toMatchObject({ kind: 'not_reached' });
    await place.server().resume();
    expect(await files.receive(newFileKey(), uploadOf(1000))).toMatchObject({ status: 'received' });
    expect(await place.fetched()).toEqual([]);
  });

  it('refuses in words also when the sender goes away while it is refused', async () => {
    const files = await place.open();
    await place.server().pause();
    const bytes = {
      [Symbol.asyncIterator]: () => ({
        next: async () => ({ done: false as const, value: Buffer.alloc(MB) }),
        return: () => Promise.reject(new Error('aborted')),
      }),
    };
    const upload = uploadOf(0, { bytes, announced: null });
    await expect(files.receive(newFileKey(), upload)).rejects.toMatchObject({ kind: 'not_stored' });
    await sleep(50);
  });

  it('in the middle of an upload leaves no object, and its parts are swept away later', async () => {
    const files = await place.open();
    const before = await place.kept();
    async function* goingAway() {
      yield* inPieces(Buffer.alloc(11 * MB));
      await place.server().pause();
      yield* inPieces(Buffer.alloc(11 * MB));
    }
    const upload = uploadOf(22 * MB, { bytes: goingAway() });
    await expect(files.receive(newFileKey(), upload)).rejects.toMatchObject({ kind: 'not_stored' });
    await place.server().resume();
    const left = (await place.kept()).filter((name) => !before.includes(name));
    expect(left).toHaveLength(1);
    await place.age(left[0]!, 2 * 3_600_000);
    await files.sweep(async (keys) => keys);
    expect(await place.kept()).toEqual(before);
  });

  it('that never answers is given up, and holds the sender back meanwhile', async () => {
    const files = await place.open({ endpoint: await startSilent() }, impatient);
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += MB;
        yield Buffer.alloc(MB);
        await sleep(1);
      }
    }
    const begun = Date.now();
    const upload = uploadOf(0, { bytes: endless(), announced: null, most: Number.POSITIVE_INFINITY });
    await expect(files.receive(newFileKey(), upload)).rejects.toMatchObject({ kind: 'not_stored' });
    await expect(bytesOf(files, newFileKey())).rejects.toMatchObject({ kind: 'not_reached' });
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(sent).toBeLessThan(25 * MB);
  });

  it.each(['breaks', 'stalls'] as const)('and whose answer %s in the middle gives no half file', async (how) => {
    const key = newFileKey();
    await (await place.open()).receive(key, uploadOf(3 * MB));
    const files = await place.open({ endpoint: await startBreaking(MB, how) }, impatient);
    const begun: string[] = [];
    const work = files.withPath(key, async (path) => begun.push(path));
    await expect(work).rejects.toMatchObject({ kind: 'not_reached' });
    expect(begun).toEqual([]);
    expect(await place.fetched()).toEqual([]);
  });
});

it('a fetch that is called off ends at once with the reason, and leaves nothing', async () => {
  const key = newFileKey();
  await (await place.open()).receive(key, uploadOf(3 * MB));
  const files = await place.open({ endpoint: await startBreaking(MB, 'stalls') });
  const off = new AbortController();
  const reason = new Error('asked to stop');
  const work = files.withPath(key, async () => 'read', off.signal);
  await expect.poll(() => place.fetched()).toHaveLength(1);
  off.abort(reason);
  await expect(work).rejects.toBe(reason);
  expect(await place.fetched()).toEqual([]);
});

it('a key that is refused and a bucket that is not there are told to the log, not to a person', async () => {
  const credentials = { accessKeyId: 'nobody', secretAccessKey: 'nothing' };
  for (const [more, cause] of [
    [{ credentials }, 'InvalidAccessKeyId'],
    [{ bucket: 'nowhere' }, 'NoSuchBucket'],
  ] as const) {
    const files = await place.open(more);
    const receiving = files.receive(newFileKey(), uploadOf(10));
    await expect(receiving).rejects.toMatchObject({ kind: 'not_stored', stack: expect.stringContaining(cause) });
    await expect(receiving).rejects.toMatchObject({ message: expect.not.stringContaining(cause) });
    await expect(bytesOf(files, newFileKey())).rejects.toMatchObject({ kind: 'not_reached' });
  }
});
