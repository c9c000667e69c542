import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openSnapshot } from '../../db/backup/postgres';
import { BackupRefused } from '../../db/backup/refused';
import { copySqlite, readCopy } from '../../db/backup/sqlite';
import { databaseFile } from '../../db/open-store';
import { syncFolder } from '../../files/disk';
import type { FilePlace } from '../../files/place';
import { FilesFault } from '../../lib/files';
import { openVault } from '../../lib/vault';
import { sealOf } from './check-archive';
import {
  type Contents,
  contentsName,
  type Entry,
  type Head,
  headName,
  partName,
  sealName,
  sqliteName,
  uploadName,
} from './format';
import { type ArchiveWriter, writeArchive } from './write-archive';

/** The desk that is backed up. */
export interface DeskParts {
  dataDir: string;
  /** Of a PostgreSQL database; undefined for SQLite. */
  url: string | undefined;
  place: Pick<FilePlace, 'withPath' | 'receive'>;
  secret: Buffer;
  /** Of Import Desk. */
  version: string;
}

export interface Made {
  tables: Record<string, number>;
  files: number;
  missingFiles: number;
  bytes: number;
}

/**
 * Makes a backup of a desk that may run meanwhile: the database as it is at one moment, then the files of the imports in it.
 * @param path of a file that is not there yet; it is there, whole, or not at all
 * @throws BackupRefused
 */
export async function makeBackup(desk: DeskParts, path: string, signal: AbortSignal): Promise<Made> {
  if (await isThere(path)) throw new BackupRefused(`${path} is there already. Give another name.`);
  const [part, copy] = [`${path}.part`, `${path}.database.part`];
  const tidy = () => Promise.all([part, copy, `${copy}-journal`].map((each) => rm(each, { force: true })));
  // What a backup left that was killed.
  await tidy();
  try {
    const archive = await writeArchive(part).catch((error) => {
      throw new BackupRefused(`${path} cannot be written (${error.code}).`);
    });
    const filled = desk.url ? await addPostgres(archive, desk, desk.url, signal) : await addSqlite(archive, desk, copy);
    const files = await addFiles(archive, desk, filled.fileKeys, signal);
    const contents: Contents = {
      ...filled.contents,
      entries: [...filled.entries, ...files.entries],
      missingFiles: files.missing,
    };
    const text = JSON.stringify(contents);
    await archive.addText(contentsName, text);
    await archive.addText(sealName, sealOf(desk.secret, text));
    await archive.finish();
    signal.throwIfAborted();
    await rename(part, path);
    await syncFolder(dirname(path));
    const { size } = await stat(path);
    return { tables: contents.tables, files: files.entries.length, missingFiles: files.missing, bytes: size };
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes((error as NodeJS.ErrnoException).code!)) {
      throw new BackupRefused(`There is no room for the backup on the disk of ${path}.`);
    }
    throw error;
  } finally {
    await tidy();
  }
}

interface Filled {
  entries: Entry[];
  fileKeys: string[];
  contents: Omit<Contents, 'entries' | 'missingFiles'>;
}

async function addSqlite(archive: ArchiveWriter, desk: DeskParts, copy: string): Promise<Filled> {
  copySqlite(databaseFile(desk.dataDir), copy);
  const { migrations, tables, fileKeys } = readCopy(copy);
  const head = await addHead(archive, desk, 'sqlite', migrations);
  const { size } = await stat(copy);
  const database = await archive.add(sqliteName, size, createReadStream(copy));
  return { entries: [head, database], fileKeys, contents: { tables, serials: {}, jobs: [] } };
}

async function addPostgres(archive: ArchiveWriter, desk: DeskParts, url: string, signal: AbortSignal): Promise<Filled> {
  const snapshot = await openSnapshot(url);
  try {
    const { migrations, tables, serials } = snapshot.facts;
    const entries = [await addHead(archive, desk, 'postgres', migrations)];
    for await (const { table, bytes } of snapshot.parts()) {
      signal.throwIfAborted();
      entries.push(await archive.add(partName(table, entries.length), bytes.length, single(bytes)));
    }
    const jobs = snapshot.jobs.map(({ kind, importId, fromRow = 1 }) => ({ kind, importId, fromRow }));
    return { entries, fileKeys: snapshot.fileKeys, contents: { tables, serials, jobs } };
  } finally {
    await snapshot.close();
  }
}

function addHead(archive: ArchiveWriter, desk: DeskParts, engine: Head['engine'], migrations: string[]) {
  const createdAt = new Date().toISOString();
  const head: Head = {
    format: 1,
    version: desk.version,
    engine,
    createdAt,
    migrations,
    keyId: openVault(desk.secret).keyId,
  };
  return archive.addText(headName, JSON.stringify(head));
}

/** As they lie there, encrypted. One that is gone by now belonged to an import that was deleted meanwhile. */
async function addFiles(archive: ArchiveWriter, { place }: DeskParts, keys: string[], signal: AbortSignal) {
  const entries: Entry[] = [];
  let missing = 0;
  for (const key of new Set(keys.filter(Boolean))) {
    signal.throwIfAborted();
    const entry = await place
      .withPath(key, (path) => addFile(archive, key, path), signal)
      .catch((error) => {
        if (error instanceof FilesFault && error.kind === 'missing') return null;
        throw error;
      });
    if (entry) entries.push(entry);
    else missing += 1;
  }
  return { entries, missing };
}

/** Once it is open, removing it does not matter any more. */
async function addFile(archive: ArchiveWriter, key: string, path: string): Promise<Entry | null> {
  const file = await open(path).catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return null;
  const { size } = await file.stat();
  return archive.add(uploadName(key), size, file.createReadStream());
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function* single(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
