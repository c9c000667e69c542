import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile } from '../../db/open-store';
import { submit } from '../../lib/commit/submit';
import { admin, startAdmin } from '../../lib/testing/admin';
import { backUpUnderLoad, prepareDesk, workUntil } from '../../lib/testing/backup-desk';
import { contentOf } from '../../lib/testing/contents';
import { onDatabase } from '../../lib/testing/database';
import { readSqliteEnd } from '../../lib/testing/end-state';
import { commit, importOf } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, openOn, testSecret, testVault } from '../../lib/testing/test-store';
import { openVault } from '../../lib/vault';

const folders: string[] = [];
afterAll(() => folders.forEach(dropDataDir));
const newFolder = (): string => {
  const dataDir = makeDataDir();
  folders.push(dataDir);
  return dataDir;
};
const emptyFolder = (): string => {
  const dataDir = newFolder();
  rmSync(databaseFile(dataDir));
  rmSync(join(dataDir, 'secret.key'));
  return dataDir;
};

/** A desk with a few customers, and its backup. */
async function small(count = 30): Promise<{ dataDir: string; file: string }> {
  const dataDir = newFolder();
  const store = openOn(dataDir);
  const rows = Array.from({ length: count }, (_, at) => [`c${at}@example.com`, `Name ${at}`]);
  await commit(store, { fields: ['email', 'firstName'], rows });
  await store.close();
  const file = join(dataDir, 'a.backup');
  expect(await admin({ dataDir }, 'backup', file)).toMatchObject({ code: 0 });
  return { dataDir, file };
}

const customersIn = (dataDir: string): string[] =>
  onDatabase(dataDir, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare('select email from customers order by id').pluck().all() as string[];
  });

it('a backup taken while the desk works restores to all that was acknowledged, and its work ends as in the original', async () => {
  const [dataDir, restored] = [newFolder(), emptyFolder()];
  const store = openOn(dataDir);
  const id = await prepareDesk(store, dataDir);
  await workUntil(store, { dataDir }, id, 'review');
  await submit(store, id, (await importOf(store, id)).revision, 'test');
  const path = join(dataDir, 'under-load.backup');
  const acknowledged = await backUpUnderLoad(store, { dataDir }, path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir).filter((name) => name.includes('.part'))).toEqual([]);
  await workUntil(store, { dataDir }, id, 'committed');
  await store.close();

  const { code, said } = await admin({ dataDir: restored }, 'restore', path);
  expect(said).toMatch(/^Restored the backup of 20.*customers, 3 imports\.$/m);
  expect(said).toContain('The secret key here is not the one of the backup (');
  expect(code).toBe(0);
  expect(readdirSync(restored).sort()).toEqual(['import-desk.db', 'uploads']);
  const [key] = readdirSync(join(dataDir, 'uploads'));
  expect(readFileSync(join(restored, 'uploads', key!))).toEqual(readFileSync(join(dataDir, 'uploads', key!)));
  const settings = onDatabase(restored, (database) => database.prepare('select name from settings').pluck().all());
  expect(settings).toEqual(expect.arrayContaining(acknowledged));

  cpSync(join(dataDir, 'secret.key'), join(restored, 'secret.key'));
  const again = openOn(restored);
  await workUntil(again, { dataDir: restored }, id, 'committed');
  await again.close();
  expect(await readSqliteEnd(restored, id)).toEqual(await readSqliteEnd(dataDir, id));
});

describe('a target that is not empty', () => {
  it('is refused and left alone; with --replace it is replaced, together with what its log holds', async () => {
    const { file } = await small();
    const dataDir = newFolder();
    const store = openOn(dataDir);
    await commit(store, { fields: ['email'], rows: [['other@example.com']] });
    const refused = await admin({ dataDir }, 'restore', file);
    expect(refused.said).toContain(`${databaseFile(dataDir)} is not empty. Give --replace to lose what is there.`);
    expect(refused.code).toBe(1);
    expect(customersIn(dataDir)).toEqual(['other@example.com']);
    await store.close();

    expect(await admin({ dataDir }, 'restore', file, '--replace')).toMatchObject({ code: 0 });
    expect(customersIn(dataDir)).toHaveLength(30);
    const actions = onDatabase(dataDir, (database) => database.prepare('select action from audit_log').pluck().all());
    expect(actions).toEqual(['backup_restored']);
  });

  it('that another program has open is refused', async () => {
    const { file } = await small();
    const dataDir = newFolder();
    const store = openOn(dataDir);
    await commit(store, { fields: ['email'], rows: [['other@example.com']] });
    const { code, said } = await admin({ dataDir }, 'restore', file, '--replace');
    expect(said).toContain('Another program has');
    expect(code).toBe(1);
    await store.close();
    expect(customersIn(dataDir)).toEqual(['other@example.com']);
  });

  it('is not replaced by what another secret key has sealed, and which one it is is said', async () => {
    const { file } = await small();
    const dataDir = newFolder();
    const store = openOn(dataDir);
    await commit(store, { fields: ['email'], rows: [['other@example.com']] });
    await store.close();
    const another = Buffer.alloc(32, 'another');
    writeFileSync(join(dataDir, 'secret.key'), another.toString('hex'));
    const before = contentOf(dataDir);
    const { code, said } = await admin({ dataDir }, 'restore', file, '--replace');
    expect(said).toContain(
      `The backup was made with the secret key ${testVault.keyId}, and the one here is ${openVault(another).keyId}.`,
    );
    expect(code).toBe(1);
    expect(contentOf(dataDir)).toEqual(before);
    expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
    writeFileSync(join(dataDir, 'secret.key'), testSecret.toString('hex'));
    const restored = await admin({ dataDir }, 'restore', file, '--replace');
    expect(restored.said).toContain('People and API keys are as they were then');
    expect(restored.code).toBe(0);
  });

  it('that is damaged is replaced', async () => {
    const { file } = await small();
    const dataDir = newFolder();
    writeFileSync(databaseFile(dataDir), 'This is no database.');
    writeFileSync(`${databaseFile(dataDir)}-wal`, 'Neither is this a log.');
    expect(await admin({ dataDir }, 'restore', file)).toMatchObject({ code: 1 });
    expect(await admin({ dataDir }, 'restore', file, '--replace')).toMatchObject({ code: 0 });
    expect(customersIn(dataDir)).toHaveLength(30);
  });
});

it('killed at any moment, a restore leaves what was there or what is in the backup, and can be done again', async () => {
  const { file } = await small(1500);
  const dataDir = newFolder();
  const store = openOn(dataDir);
  await commit(store, { fields: ['email'], rows: [['other@example.com']] });
  await store.close();
  const before = contentOf(dataDir);
  const seen = new Set<string>();
  for (let after = 60; after < 2000 && !seen.has('new'); after += 25) {
    const child = startAdmin({ dataDir }, 'restore', file, '--replace');
    const gone = once(child, 'exit');
    await Promise.race([gone, sleep(after)]);
    child.kill('SIGKILL');
    await gone;
    const emails = customersIn(dataDir);
    if (emails.length === 1) expect(contentOf(dataDir)).toEqual(before);
    else expect(emails).toHaveLength(1500);
    seen.add(emails.length === 1 ? 'old' : 'new');
  }
  expect(seen).toEqual(new Set(['old', 'new']));
  expect(await admin({ dataDir }, 'restore', file, '--replace')).toMatchObject({ code: 0 });
  expect(readdirSync(dataDir).filter((name) => name.includes('restored'))).toEqual([]);
});

describe('a file that is not what was made', () => {
  let made: { dataDir: string; file: string };
  let whole: Buffer;
  beforeAll(async () => {
    made = await small();
    whole = readFileSync(made.file);
  });

  const contentsAt = () => whole.indexOf('contents.json\0');
  const changes: [string, () => Buffer][] = [
    ['empty', () => Buffer.alloc(0)],
    ['no tar file', () => Buffer.from('email\na@example.com\n'.repeat(1000))],
    ['cut off in the database', () => whole.subarray(0, whole.length / 2)],
    ['cut off before its contents', () => whole.subarray(0, contentsAt())],
    ['cut off by its seal', () => whole.subarray(0, whole.indexOf('seal\0'))],
    ['cut off in the first half of its end', () => whole.subarray(0, -1024)],
    ['cut off in the last half of its end', () => whole.subarray(0, -512)],
    ['with a bit turned in the database', () => turned(whole.indexOf('c7@example.com'))],
    ['with a bit turned in the name of an entry', () => turned(whole.indexOf('database.sqlite'))],
    ['with another number of rows', () => replaced('"customers":30', '"customers":31')],
    ['with a time that was changed', () => replaced('"createdAt":"20', '"createdAt":"19')],
    ['that would write elsewhere', () => replaced('database.sqlite\0', '../../../escaped')],
  ];

  it.each(changes)('%s is refused, and nothing is touched', async (_, change) => {
    const dataDir = newFolder();
    const other = join(dataDir, 'changed.backup');
    writeFileSync(other, change());
    const before = contentOf(dataDir);
    const { code, said } = await admin({ dataDir }, 'restore', other);
    expect(said).toMatch(/is no backup, or is damaged or cut off|was changed after it was made/);
    expect(said).toContain('Nothing was restored');
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
    expect(contentOf(dataDir)).toEqual(before);
    expect(readdirSync(dataDir).sort()).toEqual(['changed.backup', 'import-desk.db', 'secret.key']);
  });

  it('whose checksums were made to fit again is refused by its seal', async () => {
    const dataDir = newFolder();
    const other = join(dataDir, 'changed.backup');
    // Whole but for one figure that no checksum covers: only the seal does.
    writeFileSync(other, replaced('"missingFiles":1', '"missingFiles":2'));
    expect(await admin({ dataDir }, 'restore', other)).toMatchObject({
      code: 1,
      said: expect.stringContaining('was changed after it was made'),
    });
  });

  it('on a name that is there is not written', async () => {
    const { code, said } = await admin({ dataDir: made.dataDir }, 'backup', made.file);
    expect(said).toContain('is there already. Give another name.');
    expect(code).toBe(1);
    expect(readFileSync(made.file).equals(whole)).toBe(true);
  });

  it('in a folder that is not there is told', async () => {
    const { code, said } = await admin({ dataDir: made.dataDir }, 'backup', '/nowhere/a.backup');
    expect(said).toContain('/nowhere/a.backup cannot be written (ENOENT).');
    expect(code).toBe(1);
    expect(existsSync('/nowhere')).toBe(false);
  });

  const turned = (at: number): Buffer => {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1;
    return bytes;
  };

  function replaced(text: string, by: string): Buffer {
    const bytes = Buffer.from(whole);
    const at = bytes.indexOf(text);
    expect(at).toBeGreaterThan(0);
    bytes.write(by, at);
    return bytes;
  }
});

it('the secret key is not in a backup', async () => {
  const { dataDir, file } = await small();
  const key = readFileSync(join(dataDir, 'secret.key'), 'utf8').trim();
  expect(key).toHaveLength(64);
  expect(readFileSync(file).includes(key)).toBe(false);
  expect(readFileSync(file).includes(Buffer.from(key, 'hex'))).toBe(false);
});
