import { join } from 'node:path';
import { makeRoom, type Room } from '@/app/bulk/room';
import { openStore } from '@/db/open-store';
import { openFiles } from '@/files/open-files';
import { readSecretKey } from '@/files/secret-key';
import { type OidcSettings, readOidc } from '@/lib/auth/oidc';
import { isOurOrigin } from '@/lib/auth/origin';
import { derive } from '@/lib/auth/secret';
import { makeSignIn, type SignIn } from '@/lib/auth/sign-in';
import { type Apart, makeApart } from '@/lib/erase/apart';
import type { Files } from '@/lib/files';
import { limits } from '@/lib/limits';
import { IdBlock } from '@/lib/plan/plan-rows';
import { expectKey } from '@/lib/secret-check';
import type { Store } from '@/lib/store';
import { openVault } from '@/lib/vault';

export interface Desk {
  store: Store;
  files: Files;
  signIn: SignIn;
  oidc: OidcSettings | null;
  secret: Buffer;
  /** Ids of customers that requests create. */
  ids: IdBlock;
  /** So that nobody who is erased comes back by a request that was planned before. */
  apart: Apart;
  /** For the bodies of bulk requests. */
  room: Room;
}

/** So that a small request seldom waits for ids. */
const idsAtOnce = 10_000;

/** The heap of a web server has 400 MB, which one request of 50 MB can need; bodies, and what is packed of them, are outside. */
const ofRoom = { kept: 3 * limits.bodyBytes, worked: 1.2 * limits.bodyBytes, large: 1024 * 1024 };

const held = globalThis as { importDesk?: Promise<Desk> };

/** What this process works with: the store, the place of uploaded files, the sign-in. Opened at the first request and kept. */
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
  const secret = await readSecretKey(dataDir);
  const vault = openVault(secret);
  const files = await openFiles(dataDir, vault);
  const store = openStore(dataDir, dist, vault, process.env.DATABASE_URL);
  await expectKey(store, vault);
  const oidc = readOidc();
  const baseUrl = process.env.BASE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
  const signIn = makeSignIn({
    database: store.signIn,
    secret: derive(secret, 'sign-in').toString('hex'),
    baseUrl,
    store,
    isOurs: ({ headers }) => isOurOrigin(headers.get('origin'), headers.get('host'), process.env.BASE_URL),
    oidc,
  });
  return {
    store,
    files,
    signIn,
    oidc,
    secret,
    ids: new IdBlock(store, idsAtOnce),
    apart: makeApart(),
    room: makeRoom(ofRoom),
  };
}
