import { join } from 'node:path';
import { openStore } from '@/db/open-store';
import { openFiles } from '@/files/open-files';
import type { Files } from '@/lib/files';
import type { Store } from '@/lib/store';

export interface Desk {
  store: Store;
  files: Files;
}

const held = globalThis as { importDesk?: Promise<Desk> };

/** The store and the place of uploaded files of this process; opened at the first request and kept. */
export async function desk(): Promise<Desk> {
  held.importDesk ??= open().catch((error) => {
    held.importDesk = undefined;
    throw error;
  });
  return held.importDesk;
}

async function open(): Promise<Desk> {
  const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
  const dataDir = process.env.DATA_DIR ?? join(root, 'data');
  const dist = process.env.IMPORT_DESK_DIST ?? join(root, 'dist');
  const files = await openFiles(dataDir);
  return { store: openStore(dataDir, dist, process.env.DATABASE_URL), files };
}
