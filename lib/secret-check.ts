import type { SettingStore } from './auth/account-store';
import type { Vault } from './vault';

/** The setting that names the secret key by which everything is sealed. */
const setting = 'secret-key';

/** Which key a database was sealed with; while it is being changed, also which one comes in its place. */
export interface KnownKey {
  id: string;
  next?: string;
}

/** The secret key is not the one of the database. The message is for whoever runs Import Desk. */
export class WrongKey extends Error {
  override name = 'WrongKey';
}

export const readKnownKey = async (store: SettingStore): Promise<KnownKey | null> =>
  (await store.readSetting(setting)) as KnownKey | null;

export const writeKnownKey = (store: SettingStore, key: KnownKey): Promise<void> => store.writeSetting(setting, key);

/**
 * Makes sure that nothing was sealed yet, before a first key is made: one that is lost is not replaced.
 * @throws WrongKey
 */
export async function expectNoKey(store: SettingStore): Promise<void> {
  if ((await readKnownKey(store)) !== null) throw notItsOwn();
}

/**
 * Makes sure that the secret key is the one that the database was sealed with; a new database is given to it.
 * @throws WrongKey
 */
export async function expectKey(store: SettingStore, vault: Pick<Vault, 'keyId'>): Promise<void> {
  const known = await readKnownKey(store);
  if (known === null) return writeKnownKey(store, { id: vault.keyId });
  if (known.next !== undefined) {
    throw new WrongKey('The secret key is being changed. Let that come to its end: npm run admin -- rotate-key');
  }
  if (known.id !== vault.keyId) {
    throw notItsOwn();
  }
}

const notItsOwn = () =>
  new WrongKey(
    'The secret key is not the one that this database was made with. Put the file secret.key back into the data folder, or set SECRET_KEY to the key that it was. Without it the sensitive values cannot be read.',
  );
