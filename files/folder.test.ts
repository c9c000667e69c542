import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newFileKey } from '../lib/files';
import { whileRoom } from './disk';
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
    for await (const part of whileRoom('/proc', endless())) expect(part.length).toBe(1_000_000);
  };
  await expect(end()).rejects.toMatchObject({ kind: 'no_room' });
  expect(came).toBeLessThan(20_000_000);
});
