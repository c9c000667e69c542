import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptFile, newFile, type Upload } from '../lib/files';
import { openVault } from '../lib/vault';
import { chunkBytes } from './chunks';
import { encryptedFiles } from './encrypted';
import { folderFiles } from './folder';
import { inPieces } from './testing/contract';

const vault = openVault(Buffer.alloc(32, 1));
const sealedBytes = chunkBytes + 16;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encrypted-'));
});
afterAll(() => rm(folder, { recursive: true }));

const files = (by = vault) => encryptedFiles(folderFiles(folder), by);
const pathOf = ({ fileKey }: KeptFile) => join(folder, fileKey);
const uploadOf = (bytes: Uint8Array, more: Partial<Upload> = {}): Upload => ({
  bytes: inPieces(bytes),
  announced: bytes.length,
  most: 100_000_000,
  ...more,
});

async function kept(bytes: Buffer): Promise<KeptFile> {
  const file = newFile(vault);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await files().receive(file, uploadOf(bytes))).toEqual({ status: 'received', size: bytes.length, sha256 });
  return file;
}

const read = (file: KeptFile, by = vault): Promise<Buffer> =>
  files(by).withFile(file, async (bytes) => {
    const into = Buffer.alloc(bytes.size + 10);
    return into.subarray(0, await bytes.read(into, 0));
  });

describe('an encrypted file', () => {
  it.each([0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes, 3 * chunkBytes + 17])(
    'of %i bytes comes back, and nothing of it lies there in clear',
    async (size) => {
      const bytes = randomBytes(size);
      const file = await kept(bytes);
      expect((await read(file)).equals(bytes)).toBe(true);
      const stored = await readFile(pathOf(file));
      for (let at = 0; at + 16 <= size; at += 997) expect(stored.includes(bytes.subarray(at, at + 16))).toBe(false);
    },
  );

  it('is read from anywhere', async () => {
    const bytes = randomBytes(2 * chunkBytes + 1000);
    const file = await kept(bytes);
    await files().withFile(file, async (opened) => {
      expect(opened.size).toBe(bytes.length);
      const range = fc.tuple(fc.nat(bytes.length + 10), fc.integer({ min: 1, max: 2 * chunkBytes }));
      await fc.assert(
        fc.asyncProperty(range, async ([position, length]) => {
          const into = Buffer.alloc(length);
          const came = await opened.read(into, position);
          expect(into.subarray(0, came).equals(bytes.subarray(position, position + length))).toBe(true);
        }),
      );
    });
  });

  it('of the same bytes is never the same twice', async () => {
    const [one, other] = [await kept(Buffer.alloc(100)), await kept(Buffer.alloc(100))];
    expect((await readFile(pathOf(one))).equals(await readFile(pathOf(other)))).toBe(false);
  });
});

describe('what was done to it shows', () => {
  const damages: [string, (path: string) => Promise<unknown>][] = [
    ['cut off by a byte', async (path) => truncate(path, (await readFile(path)).length - 1)],
    ['cut off behind a chunk', (path) => truncate(path, 2 * sealedBytes)],
    ['cut off in a chunk', (path) => truncate(path, sealedBytes + 100)],
    ['empty', (path) => truncate(path, 0)],
    ['with more behind it', async (path) => writeFile(path, 'x', { flag: 'a' })],
    ['with a chunk twice', async (path) => swap(path, 0, 0, 1)],
    ['with two chunks swapped', async (path) => swap(path, 1, 0, 1)],
    ['with a bit turned at its beginning', (path) => turn(path, 5)],
    ['with a bit turned in the middle', (path) => turn(path, sealedBytes + 100)],
    ['with a bit turned in its last tag', async (path) => turn(path, (await readFile(path)).length - 1)],
  ];

  it.each(damages)('%s', async (_, damage) => {
    const file = await kept(randomBytes(3 * chunkBytes + 17));
    await damage(pathOf(file));
    await expect(read(file)).rejects.toMatchObject({ kind: 'damaged', message: expect.stringContaining('again') });
  });

  it('the key of another file, or another secret key, does not open it', async () => {
    const [file, other] = [await kept(randomBytes(100)), await kept(randomBytes(100))];
    await expect(read({ ...file, fileSecret: other.fileSecret })).rejects.toMatchObject({ kind: 'damaged' });
    await expect(read(file, openVault(Buffer.alloc(32, 2)))).rejects.toMatchObject({ kind: 'damaged' });
  });
});

it('an upload that is too large, cut off or broken leaves nothing, and says so of the bytes in clear', async () => {
  const before = await readdir(folder);
  const bytes = randomBytes(chunkBytes);
  const receive = (more: Partial<Upload>) => files().receive(newFile(vault), uploadOf(bytes, more));
  expect(await receive({ most: bytes.length - 1 })).toEqual({ status: 'too_large' });
  expect(await receive({ announced: bytes.length + 1 })).toEqual({ status: 'cut_off' });
  const broken = new Error('aborted');
  async function* breaking() {
    yield bytes;
    throw broken;
  }
  await expect(receive({ bytes: breaking() })).rejects.toBe(broken);
  expect(await readdir(folder)).toEqual(before);
  expect(await receive({ most: bytes.length })).toMatchObject({ status: 'received', size: bytes.length });
});

async function swap(path: string, from: number, to: number, also: number): Promise<void> {
  const bytes = await readFile(path);
  const chunk = (at: number) => Buffer.from(bytes.subarray(at * sealedBytes, (at + 1) * sealedBytes));
  const [one, two] = [chunk(from), chunk(to)];
  one.copy(bytes, to * sealedBytes);
  (from === to ? one : two).copy(bytes, also * sealedBytes);
  await writeFile(path, bytes);
}

async function turn(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, at);
  byte[0]! ^= 1;
  await handle.write(byte, 0, 1, at);
  await handle.close();
}
