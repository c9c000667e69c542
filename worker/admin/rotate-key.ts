import { join } from 'node:path';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Engine } from '../../db/engine';
import { databaseFile, openEngine } from '../../db/open-store';
import { migratePostgres } from '../../db/postgres/migrate';
import { countConnections } from '../../db/postgres/who-is-there';
import { sealAllAnew } from '../../db/rotate/seal-all-anew';
import { encryptSignInAnew, endSessions } from '../../db/rotate/sign-in-anew';
import { migrateSqlite } from '../../db/sqlite/migrate';
import { auditStore } from '../../db/store/audit';
import { settingStore } from '../../db/store/limits';
import { type KeyChange, openKeyChange } from '../../files/key-change';
import { derive } from '../../lib/auth/secret';
import { readKnownKey, WrongKey, writeKnownKey } from '../../lib/secret-check';
import { openVault } from '../../lib/vault';

export interface Place {
  root: string;
  dataDir: string;
  /** The folder of the bundles. */
  dist: string;
  url: string | undefined;
}

/**
 * Changes the secret key: everything that was sealed with the old one is sealed with the new one. What was killed goes on
 * when it is asked for again. Nobody else may use the database meanwhile.
 * @returns how many rows were sealed anew
 * @throws WrongKey, and other errors with a sentence
 */
export async function rotateKey({ root, dataDir, dist, url }: Place): Promise<number> {
  if (url && (await countConnections(url)) > 0) {
    throw new Error('Web servers or workers still use the database. Stop all of them first.');
  }
  if (url) await migratePostgres(url, join(root, 'db/postgres/migrations'));
  else migrateSqlite(databaseFile(dataDir), join(root, 'db/sqlite/migrations'));
  const engine = openEngine(dataDir, dist, url);
  try {
    const change = openKeyChange(dataDir);
    const { old, next } = await settleKeys(engine, change);
    const rows = await sealAllAnew(engine, openVault(old), openVault(next));
    await encryptSignInAnew(engine, anewBy(signInKey(old), signInKey(next)));
    await endSessions(engine);
    await engine.scrub();
    await change.settle();
    await writeKnownKey(settingStore(engine), { id: openVault(next).keyId });
    await change.forget();
    await auditStore(engine).writeAudit({ ...byShell, details: { rows } });
    return rows;
  } finally {
    await engine.close();
  }
}

const byShell = {
  actorKind: 'shell',
  actorId: null,
  actorName: 'The shell',
  action: 'secret_rotated',
  objectKind: 'settings',
  objectId: null,
  address: null,
} as const;

/** Which key goes and which one comes, written down before anything is changed: nobody starts until that is done. */
async function settleKeys(engine: Engine, change: KeyChange): Promise<{ old: Buffer; next: Buffer }> {
  const settings = settingStore(engine);
  const known = await readKnownKey(settings);
  const keyOf = (keys: Buffer[], id: string): Buffer => {
    const found = keys.find((key) => openVault(key).keyId === id);
    if (!found)
      throw new WrongKey('The secret key is not the one that this database was made with. Nothing was changed.');
    return found;
  };
  if (known?.next !== undefined) {
    const keys = await change.keys();
    return { old: keyOf(keys, known.id), next: keyOf(keys, known.next) };
  }
  const next = await change.next();
  const keys = await change.keys();
  const old = known ? keyOf(keys, known.id) : keys[0]!;
  if (old.equals(next)) throw new WrongKey('The new secret key is the one in use already. Nothing was changed.');
  await writeKnownKey(settings, { id: openVault(old).keyId, next: openVault(next).keyId });
  return { old, next };
}

/** By which better-auth encrypts. */
const signInKey = (secret: Buffer): string => derive(secret, 'sign-in').toString('hex');

/** What is encrypted with the new key already stays: a kill may have come in between. */
const anewBy =
  (old: string, next: string) =>
  async (data: string): Promise<string> => {
    const isDone = await symmetricDecrypt({ key: next, data }).then(
      () => true,
      () => false,
    );
    return isDone ? data : symmetricEncrypt({ key: next, data: await symmetricDecrypt({ key: old, data }) });
  };
