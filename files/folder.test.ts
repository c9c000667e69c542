import { mkdtemp, readdir, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newFileKey } from '../lib/files';
import { hasRoom, whileRoom } from './disk';
import { folderFiles } from './folder';
import { filesContract, inPieces } from './testing/contract';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  folders.push(folder);
  return folder;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

filesContract(async () => {
  const folder = await newFolder();
  return {
    files: folderFiles(folder),
    kept: async () => (await readdir(folder)).sort(),
    async leavePart(key) {
      await writeFile(join(folder, `${key}.part`), 'x');
      return `${key}.part`;
    },
    async age(name, by) {
      const then = new Date(Date.now() - by);
      await utimes(join(folder, name), then, then);
    },
  };
});

it('what is on its way in cannot be taken for a whole file, and only its owner can read it', async () => {
  const folder = await newFolder();
  const key = newFileKey();
  async function* stopping() {
    yield* inPieces(Buffer.alloc(200_000));
    expect(await readdir(folder)).toEqual([`${key}.part`]);
  }
  await folderFiles(folder).receive(key, { bytes: stopping(), announced: 200_000, most: 1_000_000 });
  expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
});

it('uploads refused at their first bytes leave nothing, however often', async () => {
  const folder = await newFolder();
  const upload = () => ({ bytes: inPieces(Buffer.from('a')), announced: 2, most: 10 });
  const all = Array.from({ length: 200 }, () => folderFiles(folder).receive(newFileKey(), upload()));
  for (const received of await Promise.all(all)) expect(received).toEqual({ status: 'cut_off' });
  expect(await readdir(folder)).toEqual([]);
});

it('a folder that is not there yet is made, and is nothing to sweep', async () => {
  const files = folderFiles(join(await newFolder(), 'data', 'uploads'));
  await files.sweep(async () => []);
  expect(await files.hasRoom(10)).toBe(true);
  const key = newFileKey();
  await files.receive(key, { bytes: inPieces(Buffer.from('a')), announced: 1, most: 1 });
  expect(await files.withPath(key, async () => 'there')).toBe('there');
});

it('more than the disk can hold does not fit', async () => {
  expect(await folderFiles(await newFolder()).hasRoom(Number.MAX_SAFE_INTEGER)).toBe(false);
});

it('a disk that fills up while a file comes ends it before the last of the room is gone', async () => {
  let came = 0;
  async function* endless() {
    for (;;) {
      came += 1_000_000;
      yield new Uint8Array(1_000_000);
    }
  }
  // A file system that never has room.
  const end = async () => {
    for await (const part of whileRoom('/proc', endless(), null)) expect(part.length).toBe(1_000_000);
  };
  await expect(end()).rejects.toMatchObject({ kind: 'no_room' });
  expect(came).toBeLessThan(20_000_000);
});

it('files on their way in at the same time are not given the same room', async () => {
  const folder = await newFolder();
  const { bavail, bsize } = await statfs(folder);
  const most = Math.floor(bavail * bsize * 0.6);
  async function* some() {
    for (let part = 0; part < 3; part += 1) yield new Uint8Array(10);
  }
  const [first, second, third] = [0, 1, 2].map(() => whileRoom(folder, some(), most));
  const began = await Promise.allSettled([first!.next(), second!.next()]);
  expect(began.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await hasRoom(folder, most)).toBe(false);
  // Whoever ends, by whichever way, gives back what it did not need.
  await first!.return(undefined);
  await second!.return(undefined);
  expect(await hasRoom(folder, most)).toBe(true);
  expect((await third!.next()).done).toBe(false);
  await third!.return(undefined);
});

it('who does not tell how much will come claims it in parts', async () => {
  const folder = await newFolder();
  const part = new Uint8Array(40_000_000);
  async function* some() {
    for (let count = 0; count < 2; count += 1) yield part;
  }
  let came = 0;
  for await (const { byteLength } of whileRoom(folder, some(), null)) came += byteLength;
  expect(came).toBe(80_000_000);
});
