/** The folder that the container image is made of: it runs by itself, wherever it is put. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, commit, uploadText, waitFor } from '../scripts/run/api.mjs';
import { asSignedIn } from '../scripts/run/first-person.mjs';
import { inRoot } from '../scripts/setup/root.mjs';
import { type S3, startS3 } from '../scripts/setup/s3.mjs';
import { csv, people } from './data';
import { end, ended, expect, test } from './scripts';

// Playwright loads this file in more than one process, and only some of them run its tests.
const folder = join(tmpdir(), `import-desk-packed-${process.pid}`);
let before: string[];
test.use({ folder });
test.beforeAll(() => {
  execFileSync(process.execPath, [inRoot('scripts', 'pack.mjs'), folder]);
  before = listed();
});
test.afterAll(() => {
  expect(listed(), 'nothing is written beside the data').toEqual(before);
  rmSync(folder, { recursive: true });
});

const listed = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${path} ${lstatSync(join(folder, path)).mtimeMs}`)
    .sort();

const content = csv(people(2500));

/** Imports a file from its upload at one web server to its report at another. */
const importAt = async (one: string, other: string, outcome = 'created') => {
  const id = await uploadText(one, 'packed.csv', content);
  await waitFor(other, id, 'review');
  const { totals } = await commit(other, id);
  expect(totals.outcomes).toMatchObject({ [outcome]: 2500 });
  const report = await fetch(`${one}/api/v1/imports/${id}/report`, { headers: asSignedIn(one) });
  expect((await report.text()).split('\n').length).toBeGreaterThan(2500);
  const page = await fetch(`${one}/imports/${id}/report`, { headers: asSignedIn(one) });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('packed.csv');
};

/** The variables of compose.yaml, with a bucket that is not there yet. */
const asComposed = ({ env }: S3) => ({
  ...env,
  SECRET_KEY: 'ab'.repeat(32),
  S3_BUCKET: 'import-desk',
  S3_REGION: 'us-east-1',
  S3_FORCE_PATH_STYLE: 'true',
  S3_PREFIX: 'uploads',
  HOST: '0.0.0.0',
  BASE_URL: 'http://127.0.0.1:8080',
});

test('web servers and workers of the image, as compose.yaml runs them, share no folder', async ({
  scripts: { start, enter },
}, testInfo) => {
  const s3 = await startS3();
  const settings = asComposed(s3);
  const run = (name: 'migrate' | 'web' | 'worker', number = 1) =>
    start({ name, env: { ...settings, DATA_DIR: testInfo.outputPath(`${name} ${number}`) } });
  expect(await ended(await run('migrate'))).toEqual([0, null]);
  const workers = await Promise.all([1, 2, 3].map((number) => run('worker', number)));
  const [one, two] = await Promise.all([1, 2].map((number) => run('web', number)));
  await Promise.all([one!, two!].map((web) => web.until('Import Desk is ready')));
  await enter([one!, two!], settings);
  await importAt(one!.url, two!.url);
  expect(readdirSync(join(s3.folder, settings.S3_BUCKET, settings.S3_PREFIX)).length).toBeGreaterThan(0);

  const env = { ...settings, PORT: new URL(one!.url).port };
  expect(await ended(await start({ name: 'healthy', env }))).toEqual([0, null]);
  for (const each of [one!, two!, ...workers]) expect(await end(each)).toEqual([0, null]);
  expect(await ended(await start({ name: 'healthy', env }))).toEqual([1, null]);
  await s3.stop();
});

test('the image runs on SQLite too, and moves to PostgreSQL', async ({ scripts: { start, enter, databaseUrl } }) => {
  const onSqlite = { DATABASE_URL: '' };
  const desk = await start({ name: 'start', env: onSqlite });
  await desk.until('Import Desk is ready');
  await enter([desk], onSqlite);
  await importAt(desk.url, desk.url);
  const parameters = ['migrate-to', databaseUrl];
  const early = await start({ name: 'admin', parameters, env: onSqlite });
  expect(await ended(early)).toEqual([1, null]);
  expect(early.said()).toContain(`(process ${desk.process.pid}). Stop it first`);
  expect(await end(desk)).toEqual([0, null]);

  const move = await start({ name: 'admin', parameters, env: onSqlite });
  expect(await ended(move)).toEqual([0, null]);
  expect(move.said()).toMatch(/^customers +2,500 /m);
  const moved = await start({ name: 'start' });
  await moved.until('Import Desk is ready');
  await enter([moved], undefined);
  expect((await call(moved.url, 'GET', '/api/v1/imports')).imports).toHaveLength(1);
  await importAt(moved.url, moved.url, 'unchanged');
});
