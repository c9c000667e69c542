import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../../db/engine';
import { openEngine, openStore, storeOn } from '../../db/open-store';
import { encryptedFiles } from '../../files/encrypted';
import { folderFiles } from '../../files/folder';
import { uploadsFolder } from '../../files/open-files';
import { derive } from '../../lib/auth/secret';
import { newFile } from '../../lib/files';
import { anySealed, sealedStart } from '../../lib/sealed';
import { allCustomers, customerByEmail } from '../../lib/testing/customers';
import { dropDatabase, makeDatabase } from '../../lib/testing/postgres';
import { foundInFiles, foundInTables } from '../../lib/testing/search-bytes';
import { commit, importOf, newImport } from '../../lib/testing/sheet';
import { dropDataDir, makeDataDir, testSecret, testVault } from '../../lib/testing/test-store';
import { killWorker, startWorker } from '../../lib/testing/worker-process';
import { openVault, type Vault } from '../../lib/vault';
import { inRoot } from '../../scripts/setup/root.mjs';

const oldStart = `${sealedStart}${testVault.keyId}`;
const numberOf = (at: number) => `${100_000_000 + at}`;
const signInKey = (secret: Buffer) => derive(secret, 'sign-in').toString('hex');

describe.each(['SQLite', 'PostgreSQL'])('a new secret key on %s', (engine) => {
  let dataDir: string;
  let url: string | undefined;
  beforeAll(async () => {
    dataDir = makeDataDir();
    url = engine === 'PostgreSQL' ? await makeDatabase() : undefined;
  });
  afterAll(async () => {
    dropDataDir(dataDir);
    if (url) await dropDatabase(url);
  });

  const start = (script: string, args: string[], env: Record<string, string>) =>
    spawn(process.execPath, [join(inject('dist'), script), ...args], {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        DATABASE_URL: url ?? '',
        IMPORT_DESK_ROOT: inRoot(),
        IMPORT_DESK_DIST: inject('dist'),
        S3_BUCKET: '',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  async function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
    const child = start(script, args, env);
    const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
    return { code, said: out + err };
  }
  const rotate = (env?: Record<string, string>) => run('admin.mjs', ['rotate-key'], env);
  /** As every start does it. */
  const migrate = (env?: Record<string, string>) => run('migrate.mjs', [], env);

  const keyFile = (ending = '') => join(dataDir, `secret.key${ending}`);
  const keyNow = () => Buffer.from(readFileSync(keyFile(), 'utf8').trim(), 'hex');
  const files = (vault: Vault) => encryptedFiles(folderFiles(uploadsFolder(dataDir)), vault);
  const left = async (start: string) => [
    ...foundInFiles(dataDir, [start]),
    ...(url ? await foundInTables(url, [start]) : []),
  ];
  async function onEngine<T>(work: (opened: Engine) => Promise<T>): Promise<T> {
    const opened = openEngine(dataDir, inject('dist'), url);
    return work(opened).finally(() => opened.close());
  }

  it('seals everything anew, after any number of kills, and nothing starts before it is done', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [`r${at}@example.com`, testVault.seal(numberOf(at))]);
    const store = openStore(dataDir, inject('dist'), testVault, url);
    await commit(store, { fields: ['email', 'ssn'], rows: rows.slice(0, 1500) });
    await commit(store, { fields: ['email', 'ssn'], rows: rows.slice(1500) });
    await store.close();
    expect((await migrate()).code).toBe(0);

    let kills = 0;
    // Longer each time by a part: on a slow machine there would be a hundred.
    for (let wait = 150; ; wait *= 1.35) {
      const child = start('admin.mjs', ['rotate-key'], {});
      const timer = setTimeout(() => child.kill('SIGKILL'), wait);
      const [code] = await once(child, 'exit');
      clearTimeout(timer);
      if (code === 0) break;
      kills += 1;
      const known = await onEngine(async (opened) => storeOn(opened, testVault).readSetting('secret-key'));
      if ((known as { next?: string }).next === undefined) continue;
      const { code: refused, said } = await migrate();
      expect([refused, said]).toEqual([1, expect.stringContaining('npm run admin -- rotate-key')]);
    }
    expect(kills).toBeGreaterThan(2);
    expect(await left(oldStart)).toEqual([]);
    const vault = openVault(keyNow());
    const after = openStore(dataDir, inject('dist'), vault, url);
    const customers = await allCustomers(after);
    expect(customers).toHaveLength(3000);
    for (const { values } of customers) {
      expect(vault.open(String(values.ssn))).toBe(numberOf(Number(String(values.email).slice(1, -12))));
    }
    await after.close();
    expect([keyFile('.next'), keyFile('.previous')].map(existsSync)).toEqual([false, false]);
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect((await migrate()).code).toBe(0);
  }, 120_000);

  it('opens uploaded files and second factors, ends sessions, and is written down', async () => {
    const before = keyNow();
    const vault = openVault(before);
    const file = newFile(vault);
    const bytes = Readable.from([Buffer.from('email\na@example.com\n')]);
    await files(vault).receive(file, { bytes, announced: null, most: 100 });
    const store = openStore(dataDir, inject('dist'), vault, url);
    const id = await store.createImport(newImport(file));
    await store.close();
    const [secret, codes] = await Promise.all(
      ['TOTP', '["1"]'].map((data) => symmetricEncrypt({ key: signInKey(before), data })),
    );
    await onEngine((opened) =>
      opened.writeAll([
        {
          statement: sql`insert into two_factors (id, user_id, secret, backup_codes, verified) values ('t', 'p', ${secret}, ${codes}, 1)`,
        },
        {
          // As an earlier version kept it.
          statement: sql`insert into accounts (id, account_id, provider_id, user_id, id_token, created_at, updated_at)
            values ('a', 'sub', 'oidc', 'p', 'eyJhbGciOiJSUzI1NiJ9.clear', 1, 1)`,
        },
        {
          statement: sql`insert into sessions (id, token, user_id, expires_at, created_at, updated_at) values ('s', 'x', 'p', 1, 1, 1)`,
        },
      ]),
    );

    expect(await rotate()).toEqual({ code: 0, said: expect.stringContaining('everyone signs in again') });
    const [next, now] = [openVault(keyNow()), keyNow()];
    expect(next.keyId).not.toBe(vault.keyId);
    const after = openStore(dataDir, inject('dist'), next, url);
    const record = await importOf(after, id);
    const content = await files(next).withFile(record, async (opened) => {
      const into = Buffer.alloc(opened.size);
      await opened.read(into, 0);
      return into.toString();
    });
    expect(content).toBe('email\na@example.com\n');
    const [entry] = await after.readAudit({ action: 'secret_rotated', limit: 1 });
    expect(entry).toMatchObject({ actorKind: 'shell', objectKind: 'settings' });
    await after.close();
    await onEngine(async ({ rows }) => {
      const [[held, heldCodes]] = (await rows(sql`select secret, backup_codes from two_factors`)) as [string[]];
      expect(await symmetricDecrypt({ key: signInKey(now), data: held! })).toBe('TOTP');
      expect(await symmetricDecrypt({ key: signInKey(now), data: heldCodes! })).toBe('["1"]');
      expect(await rows(sql`select id_token from accounts where id = 'a'`)).toEqual([[null]]);
      expect(await rows(sql`select 1 from sessions`)).toEqual([]);
    });
    expect(await left(`${sealedStart}${vault.keyId}`)).toEqual([]);
  }, 60_000);

  it('is taken from NEW_SECRET_KEY where SECRET_KEY is set, and no other key starts', async () => {
    const [given, wanted] = [keyNow().toString('hex'), 'ab'.repeat(32)];
    const env = { SECRET_KEY: given };
    expect(await rotate(env)).toEqual({ code: 1, said: expect.stringContaining('set NEW_SECRET_KEY') });
    expect(await rotate({ ...env, NEW_SECRET_KEY: 'short' })).toMatchObject({ code: 1 });
    expect(await rotate({ ...env, NEW_SECRET_KEY: given })).toEqual({
      code: 1,
      said: expect.stringContaining('in use already'),
    });
    expect(await rotate({ SECRET_KEY: 'cd'.repeat(32), NEW_SECRET_KEY: wanted })).toEqual({
      code: 1,
      said: expect.stringContaining('not the one that this database was made with'),
    });
    expect((await migrate()).code).toBe(0);
    expect((await rotate({ ...env, NEW_SECRET_KEY: wanted })).code).toBe(0);
    expect(await migrate()).toEqual({
      code: 1,
      said: expect.stringContaining('not the one that this database was made'),
    });
    rmSync(keyFile());
    expect(await migrate()).toMatchObject({ code: 1, said: expect.stringContaining('Put the file secret.key back') });
    expect(existsSync(keyFile())).toBe(false);
    expect((await migrate({ SECRET_KEY: wanted })).code).toBe(0);
    const vault = openVault(Buffer.from(wanted, 'hex'));
    const store = openStore(dataDir, inject('dist'), vault, url);
    const { values } = await customerByEmail(store, 'r7@example.com');
    expect(vault.open(String(values.ssn))).toBe(numberOf(7));
    await store.close();
  }, 60_000);

  it.runIf(engine === 'PostgreSQL')('waits for nobody: while somebody uses the database it is refused', async () => {
    const worker = startWorker(dataDir, { DATABASE_URL: url!, SECRET_KEY: 'ab'.repeat(32) });
    await sleep(1500);
    const refused = await rotate({ SECRET_KEY: 'ab'.repeat(32), NEW_SECRET_KEY: 'ef'.repeat(32) });
    await killWorker(worker);
    expect(refused).toEqual({ code: 1, said: expect.stringContaining('Stop all of them first') });
  });
});

it('a token anywhere in a text is found', () => {
  expect(`["${testVault.seal('1')}","x"]`.match(anySealed)).toHaveLength(1);
  expect(testSecret).toHaveLength(32);
});
