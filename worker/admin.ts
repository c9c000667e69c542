/** The commands of `npm run admin`. scripts/admin.mjs has read the arguments, and holds the lock of the data folder where it is needed. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../db/open-store';
import { readSecretKey } from '../files/secret-key';
import type { Store } from '../lib/store';
import { openVault } from '../lib/vault';
import { createKey, createUser, Refusal, resetPassword, setUpLink } from './admin/accounts';
import { backUp, restore } from './admin/backup';
import { moveTo } from './admin/move';
import { rotate } from './admin/rotate';

const root = process.env.IMPORT_DESK_ROOT ?? process.cwd();
const dataDir = process.env.DATA_DIR ?? join(root, 'data');
const dist = process.env.IMPORT_DESK_DIST ?? join(root, 'dist');
const baseUrl = process.env.BASE_URL ?? 'http://localhost:3000';
const [command, ...args] = process.argv.slice(2);

const places = { root, dataDir, dist, url: process.env.DATABASE_URL || undefined };

const { values, positionals } = parseArgs({
  args,
  allowPositionals: true,
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    name: { type: 'string' },
    scope: { type: 'string', multiple: true },
    days: { type: 'string' },
    'password-stdin': { type: 'boolean' },
    replace: { type: 'boolean' },
  },
});

const onStore: Record<string, (store: Store) => Promise<void>> = {
  'create-user': (store) => createUser(store, values, baseUrl),
  'create-key': (store) => createKey(store, values),
  'reset-password': (store) => resetPassword(store, values),
  'set-up-link': (store) => setUpLink(store, dataDir, baseUrl),
};

/** Those that open the database, or two of them, in their own way. */
const alone: Record<string, (argument: string) => Promise<number>> = {
  'migrate-to': (url) => moveTo(url, { root, dataDir }),
  backup: (file) => backUp(file, places),
  'rotate-key': () => rotate(places),
  restore: (file) => restore(file, values.replace ?? false, places),
};

process.exitCode = alone[command!] ? await alone[command!]!(positionals[0]!) : await withStore(onStore[command!]!);

async function withStore(perform: (store: Store) => Promise<void>): Promise<number> {
  const store = openStore(dataDir, dist, openVault(await readSecretKey(dataDir)), process.env.DATABASE_URL);
  try {
    await perform(store);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await store.close();
  }
}
