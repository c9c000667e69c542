import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { migrationsOf } from '../../db/backup/facts';
import { openRestore } from '../../db/backup/postgres';
import { BackupRefused } from '../../db/backup/refused';
import { isEmptySqlite, prepareCopy, replaceSqlite } from '../../db/backup/sqlite';
import { databaseFile } from '../../db/open-store';
import { type CheckedArchive, checkArchive } from './check-archive';
import { fileKeyOf, tableOf } from './format';
import type { DeskParts } from './make-backup';
import { readArchive, type Visit } from './read-archive';

/** The desk that a backup is restored to. Nobody else may use it meanwhile. */
export interface RestoreTo extends Omit<DeskParts, 'secret' | 'version'> {
  /** Null where there is none yet. */
  secret: Buffer | null;
  /** The folder with the migrations of each engine. */
  migrations: { sqlite: string; postgres: string };
  /** Whether what is there may be lost. */
  replace: boolean;
}

/**
 * Puts a backup in the place of what is there. It is read to its end and checked first; then come the uploaded files, and at
 * last the database, by one step. Wherever it ends before that, what was there is as it was, with some more files beside it,
 * which the worker sweeps.
 * @throws BackupRefused
 */
export const restoreBackup = (desk: RestoreTo, path: string): Promise<CheckedArchive> =>
  desk.url ? restorePostgres(desk, path, desk.url) : restoreSqlite(desk, path);

async function restoreSqlite(desk: RestoreTo, path: string): Promise<CheckedArchive> {
  const file = databaseFile(desk.dataDir);
  if (!desk.replace && !isEmptySqlite(file)) {
    throw new BackupRefused(`${file} is not empty. Give --replace to lose what is there.`);
  }
  await mkdir(desk.dataDir, { recursive: true, mode: 0o700 });
  const copy = `${file}.restored`;
  const tidy = () => Promise.all(['', '-wal', '-shm', '-journal'].map((end) => rm(copy + end, { force: true })));
  await tidy();
  try {
    const expected = {
      engine: 'sqlite' as const,
      migrations: migrationsOf(desk.migrations.sqlite),
      secret: desk.secret,
      replace: desk.replace,
    };
    const checked = await checkArchive(path, expected, (_, bytes) =>
      pipeline(bytes, createWriteStream(copy, { flags: 'wx', mode: 0o600, flush: true })),
    );
    prepareCopy(copy, { migrations: checked.head.migrations, tables: checked.contents.tables }, desk.migrations.sqlite);
    await readAgain(path, checked, (entry, bytes) => receiveFile(desk, entry, bytes));
    replaceSqlite(file, copy);
    return checked;
  } finally {
    await tidy();
  }
}

async function restorePostgres(desk: RestoreTo, path: string, url: string): Promise<CheckedArchive> {
  const folder = desk.migrations.postgres;
  const { secret, replace } = desk;
  const expected = { engine: 'postgres' as const, migrations: migrationsOf(folder), secret, replace };
  const checked = await checkArchive(path, expected, async () => undefined);
  const restore = await openRestore(url, folder, replace);
  try {
    await readAgain(path, checked, async (entry, bytes) => {
      const table = tableOf(entry.name);
      if (table) await restore.load(table, Readable.from(bytes, { objectMode: false }));
      await receiveFile(desk, entry, bytes);
    });
    const { tables, serials, jobs } = checked.contents;
    await restore.finish({ migrations: checked.head.migrations, tables, serials }, jobs);
    return checked;
  } finally {
    await restore.close();
  }
}

/** Of a name that is there already the bytes are the same: no two files ever have the same name. */
const receiveFile: (desk: RestoreTo, ...entry: Parameters<Visit>) => Promise<void> = async (desk, entry, bytes) => {
  const key = fileKeyOf(entry.name);
  if (!key) return;
  const { status } = await desk.place.receive(key, { bytes, announced: entry.size, most: entry.size });
  if (status !== 'received') throw new BackupRefused(`An uploaded file could not be stored (${status}).`);
};

/** The second time, when it is known to be right. */
async function readAgain(path: string, { entries }: CheckedArchive, visit: Visit): Promise<void> {
  const found = await readArchive(path, visit);
  if (JSON.stringify(found) !== JSON.stringify(entries)) {
    throw new BackupRefused(`${path} was changed while it was being restored.`);
  }
}

/** The folders with the migrations of each engine. */
export const migrationFolders = (root: string): RestoreTo['migrations'] => ({
  sqlite: join(root, 'db/sqlite/migrations'),
  postgres: join(root, 'db/postgres/migrations'),
});
