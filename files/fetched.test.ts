import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openFetched } from './fetched';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetched-'));
});
afterEach(() => rm(folder, { recursive: true }));

const age = async (path: string) => {
  const then = new Date(Date.now() - 600_000);
  await utimes(path, then, then);
};

it('what a killed process left is removed when another one starts, and what is in use is not', async () => {
  for (const name of ['left', 'in-use']) await writeFile(join(folder, name), 'x');
  await age(join(folder, 'left'));
  await openFetched(folder);
  expect(await readdir(folder)).toEqual(['in-use']);
});

it('what a process left that was killed a moment ago is removed a minute later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await writeFile(join(folder, 'left'), 'x');
  await openFetched(folder);
  expect(await readdir(folder)).toEqual(['left']);
  await age(join(folder, 'left'));
  vi.advanceTimersByTime(70_000);
  vi.useRealTimers();
  await expect.poll(() => readdir(folder)).toEqual([]);
});

it('a file in use stays young for as long as the work takes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { withPath, clear } = await openFetched(folder);
  await withPath(async (path) => {
    await writeFile(path, 'x');
    await age(path);
    vi.advanceTimersByTime(30_000);
    await vi.waitFor(async () => expect(Date.now() - (await stat(path)).mtimeMs).toBeLessThan(10_000));
    await clear();
    expect(await readdir(folder)).toHaveLength(1);
  });
  vi.useRealTimers();
  expect(await readdir(folder)).toEqual([]);
});

it('the folder is made, for its owner only', async () => {
  await openFetched(join(folder, 'data', 'fetched'));
  expect((await stat(join(folder, 'data', 'fetched'))).mode & 0o777).toBe(0o700);
});
