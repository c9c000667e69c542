import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { databaseFile } from '../../db/open-store';
import type { FilePlace } from '../../files/place';
import { withS3 } from '../../files/testing/s3-place';
import { newFileKey } from '../../lib/files';
import { newImport } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn, testSecret } from '../../lib/testing/test-store';
import { inRoot } from '../../scripts/setup/root.mjs';
import { makeBackup } from './make-backup';
import { migrationFolders, restoreBackup } from './restore-backup';

const s3 = withS3('backup/');
const folders: string[] = [];
afterAll(() => folders.forEach(dropDataDir));

const keep = (place: FilePlace, key: string, bytes: Buffer) =>
  place.receive(key, {
    bytes: (async function* () {
      yield bytes;
    })(),
    announced: null,
    most: bytes.length,
  });

it('files in object storage are in a backup, and come back there; those that are gone are counted', async () => {
  const dataDir = makeDataDir();
  const empty = makeDataDir();
  folders.push(dataDir, empty);
  await rm(databaseFile(empty));
  const [place, other] = [await s3.open(), await s3.open({ prefix: 'restored/' })];
  // More than a part of an upload, and nothing at all.
  const files = new Map([12_000_017, 0].map((size) => [newFileKey(), randomBytes(size)]));
  const store = openOn(dataDir);
  for (const [fileKey, bytes] of files) {
    await keep(place, fileKey, bytes);
    await store.createImport(newImport({ fileKey }));
  }
  await store.createImport(newImport({ fileKey: newFileKey() }));
  await store.close();

  const path = join(dataDir, 's3.backup');
  const desk = { dataDir, url: undefined, place, secret: testSecret, version: '1' };
  const made = await makeBackup(desk, path, new AbortController().signal);
  expect(made).toMatchObject({ files: 2, missingFiles: 1 });
  const to = { ...desk, dataDir: empty, place: other, replace: false, migrations: migrationFolders(inRoot()) };
  expect((await restoreBackup(to, path)).sameKey).toBe(true);
  for (const [key, bytes] of files) expect(await other.withPath(key, (file) => readFile(file))).toEqual(bytes);
});
