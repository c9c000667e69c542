/** `backup` and `restore`. Each gives its exit code. */
import { BackupRefused } from '../../db/backup/refused';
import { openEngine } from '../../db/open-store';
import { auditStore } from '../../db/store/audit';
import { openPlace } from '../../files/open-files';
import { findSecretKey, readSecretKey } from '../../files/secret-key';
import { auditShell } from '../../lib/auth/audit';
import { FilesFault } from '../../lib/files';
import { openVault } from '../../lib/vault';
import packageJson from '../../package.json';
import type { CheckedArchive } from '../backup/check-archive';
import { type Made, makeBackup } from '../backup/make-backup';
import { migrationFolders, restoreBackup } from '../backup/restore-backup';

export interface Places {
  root: string;
  dataDir: string;
  dist: string;
  /** Of a PostgreSQL database. */
  url: string | undefined;
}

/** Makes a backup of a desk, which may run meanwhile. */
export async function backUp(path: string, places: Places): Promise<number> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const place = await openPlace(places.dataDir);
  const secret = await readSecretKey(places.dataDir);
  const desk = { ...places, place, secret, version: packageJson.version };
  const made = await makeBackup(desk, path, stop.signal).catch((error) =>
    stop.signal.aborted ? tell('Ended before the backup was made. Nothing is left of it.') : tellRefusal(error),
  );
  if (!made) return 1;
  await note(places, 'backup_made');
  console.log(whatIsIn(path, made, openVault(secret).keyId));
  return 0;
}

/** Puts a backup in the place of what is there. */
export async function restore(path: string, replace: boolean, places: Places): Promise<number> {
  const place = await openPlace(places.dataDir);
  const secret = await findSecretKey(places.dataDir);
  const desk = { ...places, place, secret, replace, migrations: migrationFolders(places.root) };
  const restored = await restoreBackup(desk, path).catch((error) => {
    tellRefusal(error);
    console.error('Nothing was restored; what was there is as it was.');
  });
  if (!restored) return 1;
  await note(places, 'backup_restored');
  console.log(whatIsBack(restored));
  return 0;
}

async function note({ dataDir, dist, url }: Places, action: 'backup_made' | 'backup_restored'): Promise<void> {
  const engine = openEngine(dataDir, dist, url);
  await auditShell(auditStore(engine), action).finally(() => engine.close());
}

/** What whoever asked can mend is said in one sentence; all else is a fault of ours, with its stack. */
function tellRefusal(error: unknown): undefined {
  return tell(error instanceof BackupRefused || error instanceof FilesFault ? error.message : error);
}

const tell = (what: unknown): undefined => void console.error(what);

const whole = new Intl.NumberFormat('en');
const megabytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function whatIsIn(path: string, { tables, files, missingFiles, bytes }: Made, keyId: string): string {
  const gone = missingFiles > 0 ? ` (${whole.format(missingFiles)} more are not kept any more)` : '';
  return `${path}: ${megabytes.format(bytes / 1e6)} MB
${whole.format(tables.customers ?? 0)} customers, ${whole.format(tables.imports ?? 0)} imports, ${whole.format(files)} uploaded files${gone}
The secret key (${keyId}) is not in it: keep that in another place. Whoever has the backup can read your customers.`;
}

function whatIsBack({ head, contents, sameKey }: CheckedArchive): string {
  const { customers = 0, imports = 0 } = contents.tables;
  const key = sameKey
    ? ''
    : `
The secret key here is not the one of the backup (${head.keyId}). Before you start, put the file secret.key of the desk that it was made of
into the data folder, or set SECRET_KEY. Without it nobody can read its sensitive values, uploaded files and second factors.`;
  return `Restored the backup of ${head.createdAt}: ${whole.format(customers)} customers, ${whole.format(imports)} imports.
Customers that were erased after it was made are back; erase them again.
People and API keys are as they were then: whoever was disabled, got another role or was revoked since has to be again. Work that was under way goes on at the next start.${key}`;
}
