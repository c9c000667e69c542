import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FilesFault, leftBehind } from '../lib/files';
import { hasRoom, isFull, syncFolder, whileRoom, writeNew } from './disk';
import { passing } from './passing';
import type { FilePlace } from './place';

/** Names that are looked up at a time. */
const batch = 200;

/** Uploaded files in a folder: of this machine, or of a volume that several share. What is on its way in ends in `.part`. */
export function folderFiles(folder: string): FilePlace {
  const pathOf = (key: string) => join(folder, key);
  return {
    async hasRoom(bytes) {
      await mkdir(folder, { recursive: true });
      return hasRoom(folder, bytes);
    },

    async receive(key, upload) {
      await mkdir(folder, { recursive: true });
      const passes = passing(upload);
      const part = `${pathOf(key)}.part`;
      try {
        await writeNew(part, whileRoom(folder, passes.bytes(), upload.announced), { flush: true });
      } catch (error) {
        await rm(part, { force: true });
        const ended = passes.ended();
        if (ended && 'status' in ended) return ended;
        throw isFull(error) ? new FilesFault('no_room', error) : error;
      }
      await rename(part, pathOf(key));
      await syncFolder(folder);
      return passes.received();
    },

    async withPath(key, work, signal) {
      signal?.throwIfAborted();
      await stat(pathOf(key)).catch((error) => {
        throw error.code === 'ENOENT' ? new FilesFault('missing', error) : error;
      });
      return work(pathOf(key));
    },

    remove: (key) => rm(pathOf(key), { force: true }),

    async sweep(known) {
      const names = await readdir(folder).catch(() => []);
      for (let at = 0; at < names.length; at += batch) {
        const some = names.slice(at, at + batch);
        const ours = new Set(await known(some));
        for (const name of some.filter((each) => !ours.has(each))) {
          const found = await stat(pathOf(name)).catch(() => null);
          if (found?.isFile() && Date.now() - found.mtimeMs > leftBehind) await rm(pathOf(name), { force: true });
        }
      }
    },
  };
}
