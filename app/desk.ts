import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@/db/open-store';
import type { Store } from '@/lib/store';

export interface Desk {
  store: Store;
  dataDir: string;
  /** The folder of uploaded files; what is being received lies there under its final name with `.part`. */
  uploads: string;
}

const held = globalThis as { importDesk?: Desk };

/** The store and folders of this process; opened at the first request and kept. */
export async function desk(): Promise<Desk> {
  held.importDesk ??= open();
  return held.importDesk;
}

function open(): Desk {
  const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
  const dataDir = process.env.DATA_DIR ?? join(root, 'data');
  const uploads = join(dataDir, 'uploads');
  const dist = process.env.IMPORT_DESK_DIST ?? join(root, 'dist');
  mkdirSync(uploads, { recursive: true });
  return { store: openStore(dataDir, dist, process.env.DATABASE_URL), dataDir, uploads };
}
