import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportStore } from '../store';

/** What lies in the uploads folder for this long without an import was left behind by a kill, in ms. */
const leftBehind = 3_600_000;
const part = 200;

/** Removes uploads that never became an import: cut off by a kill while they came in. */
export async function sweepUploads(store: Pick<ImportStore, 'knownFiles'>, folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (let at = 0; at < names.length; at += part) {
    const some = names.slice(at, at + part);
    const known = new Set(await store.knownFiles(some));
    for (const name of some.filter((each) => !known.has(each))) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found?.isFile() && Date.now() - found.mtimeMs > leftBehind) await rm(path, { force: true });
    }
  }
}
