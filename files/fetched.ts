import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** A file in use is touched this often, in ms. */
const touchEvery = 10_000;
/** What nobody touched for this long was left by a kill, in ms. Process numbers would say it sooner, but containers hide them. */
const abandoned = 60_000;

/** Copies of uploaded files on this machine, each for the time of some work. Only their owner may read them. */
export interface Fetched {
  folder: string;
  /** Gives the work a path of its own to write to and read from, and removes what is there afterwards. */
  withPath<T>(work: (path: string) => Promise<T>): Promise<T>;
  /** Removes what killed processes left. */
  clear(): Promise<void>;
}

/** Makes the folder, and clears it. Several processes may share one. */
export async function openFetched(folder: string): Promise<Fetched> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const clear = () => clearFolder(folder);
  await clear();
  // Once more for what a process left that was killed a moment ago.
  setTimeout(() => void clear(), abandoned + touchEvery).unref();
  return {
    folder,
    clear,
    async withPath(work) {
      await clear();
      const path = join(folder, randomUUID());
      const touching = setInterval(() => void touch(path), touchEvery);
      try {
        return await work(path);
      } finally {
        clearInterval(touching);
        await rm(path, { force: true });
      }
    },
  };
}

/** Not there yet, or not there any more, is no fault. */
const touch = (path: string) => utimes(path, new Date(), new Date()).catch(() => undefined);

async function clearFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandoned) await rm(join(folder, name), { force: true });
  }
}
