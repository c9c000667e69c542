import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { expectMigrations } from '../../db/backup/facts';
import { BackupRefused } from '../../db/backup/refused';
import { derive } from '../../lib/auth/secret';
import { openVault } from '../../lib/vault';
import {
  type Contents,
  contentsName,
  contentsShape,
  type Entry,
  fileKeyOf,
  type Head,
  headName,
  headShape,
  sealName,
  sqliteName,
  tableOf,
} from './format';
import { readArchive, type Visit } from './read-archive';

/** Bytes of an entry that is read into memory. */
const mostText = 256 * 1024 * 1024;

export interface Expected {
  engine: Head['engine'];
  /** The migrations of this version. */
  migrations: string[];
  /** Null where there is none yet. */
  secret: Buffer | null;
  /** Whether something is lost for it, so that it has to be of the secret key that is here. */
  replace: boolean;
}

export interface CheckedArchive {
  head: Head;
  contents: Contents;
  entries: Entry[];
  /** Whether the backup was made with the secret key that is here. */
  sameKey: boolean;
}

/** The signature of the contents of a backup, as hexadecimal digits. */
export const sealOf = (secret: Buffer, contents: string): string =>
  createHmac('sha256', derive(secret, 'backups')).update(contents).digest('hex');

/**
 * Reads all of a backup and makes sure that it is whole, unchanged and for here, before anything is done with it.
 * @param visit gets the database file and nothing else
 * @throws BackupRefused
 */
export async function checkArchive(path: string, expected: Expected, visit: Visit): Promise<CheckedArchive> {
  let head: Head | undefined;
  const texts: Record<string, string> = {};
  const names = new Set<string>();
  const entries = await readArchive(path, async (entry, bytes) => {
    if (names.size === 0 && entry.name !== headName) throw damaged(path, 'it does not begin as one');
    if (names.has(entry.name)) throw damaged(path, `${entry.name} is in it twice`);
    names.add(entry.name);
    if ([headName, contentsName, sealName].includes(entry.name)) texts[entry.name] = await readText(path, entry, bytes);
    else if (!isData(entry.name)) throw damaged(path, `${entry.name} does not belong into one`);
    if (entry.name === headName) head = expectHead(parse(path, headShape, texts[headName]!), expected);
    if (entry.name === sqliteName) await visit(entry, bytes);
  });
  const [before, contentsEntry, seal] = [entries.slice(0, -2), ...entries.slice(-2)];
  if (!head || contentsEntry?.name !== contentsName || seal?.name !== sealName)
    throw damaged(path, 'its end is missing');
  const contents = parse(path, contentsShape, texts[contentsName]!);
  expectEntries(path, before, contents.entries);
  const sameKey = expected.secret !== null && head.keyId === openVault(expected.secret).keyId;
  if (sameKey) expectSeal(path, sealOf(expected.secret!, texts[contentsName]!), texts[sealName]!);
  return { head, contents, entries, sameKey };
}

const isData = (name: string): boolean =>
  name === sqliteName || tableOf(name) !== undefined || fileKeyOf(name) !== undefined;

const damaged = (path: string, why: string) =>
  new BackupRefused(`${path} is no backup, or is damaged or cut off: ${why}.`);

async function readText(path: string, { name, size }: Pick<Entry, 'name' | 'size'>, bytes: AsyncIterable<Uint8Array>) {
  if (size > mostText) throw damaged(path, `${name} is too large`);
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function parse<Shape extends z.ZodType>(path: string, shape: Shape, text: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw damaged(path, 'what it says of itself cannot be read');
  }
}

const engines = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** Before anything is read on: else a desk would be gone, and nobody could start the one that came in its place. */
function expectSameKey({ keyId }: Head, { secret, replace }: Expected): void {
  if (!replace || secret === null || keyId === openVault(secret).keyId) return;
  throw new BackupRefused(
    `The backup was made with the secret key ${keyId}, and the one here is ${openVault(secret).keyId}. Put that key in its place first, as the file secret.key of the data folder or as SECRET_KEY: without it nobody can read what would be restored.`,
  );
}

function expectHead(head: Head, expected: Expected): Head {
  const { engine, migrations } = expected;
  if (head.engine !== engine) {
    const there = engines[head.engine];
    const how =
      head.engine === 'sqlite'
        ? 'Restore it without DATABASE_URL. To go on in PostgreSQL then: npm run admin -- migrate-to postgres://…'
        : 'Set DATABASE_URL to an empty PostgreSQL database.';
    throw new BackupRefused(`This is a backup of ${there}, and the database here is ${engines[engine]}. ${how}`);
  }
  expectSameKey(head, expected);
  // A copy of SQLite is brought up to date; rows for PostgreSQL fit one schema only.
  expectMigrations(head.migrations, migrations, engine === 'sqlite');
  return head;
}

function expectEntries(path: string, found: Entry[], said: Entry[]): void {
  if (found.length !== said.length) throw damaged(path, `it has ${found.length} entries, not ${said.length}`);
  for (const [at, entry] of found.entries()) {
    const { name, size, sha256 } = said[at]!;
    if (entry.name !== name || entry.size !== size || entry.sha256 !== sha256) {
      throw damaged(path, `${entry.name} is not what it was`);
    }
  }
}

function expectSeal(path: string, wanted: string, found: string): void {
  const [one, other] = [Buffer.from(wanted), Buffer.from(found.trim())];
  if (one.length === other.length && timingSafeEqual(one, other)) return;
  throw new BackupRefused(`${path} was changed after it was made.`);
}
