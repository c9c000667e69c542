import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFile } from '../files';
import { putMapping } from '../map/put-mapping';
import { contextOf, filesIn, importOf, jobOf, keepFile, newImport, rowsOf } from '../testing/sheet';
import { testVault, withStore } from '../testing/test-store';
import { runJob } from './run-job';

const store = withStore();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string, pauseAtMapping: boolean): Promise<number> {
  const file = newFile(testVault);
  await keepFile(folder, file, text);
  const id = await store().createImport(newImport({ ...file, fileSize: text.length, pauseAtMapping }));
  await runJob(contextOf(store(), { files: filesIn(folder) }), jobOf('read', id, 1));
  return id;
}

it('the name of a person is no name of a protected column', async () => {
  const id = await read('Email,First name,Last name\na@acme.nl,Nino,Rossi\nb@acme.nl,Bo,Nie\n', true);
  const { facts, mapping } = await importOf(store(), id);
  expect(facts!.sealed).toBeUndefined();
  expect(mapping!.columns.map(({ field }) => field)).toEqual(['email', 'firstName', 'lastName']);
  expect((await putMapping(store(), id, mapping!)).status).toBe('checking');
});

it('a column that is protected for nothing does not stop the import', async () => {
  const id = await read('Email,Nino\na@acme.nl,Rossi\n', false);
  const { state, facts } = await importOf(store(), id);
  expect([state, facts!.sealed]).toEqual(['checking', [1]]);
});

it('what has the form of a social security number is sealed before it is written, whatever its header', async () => {
  const id = await read('Email,Phone\na@acme.nl,123-45-6789\nb@acme.nl,987-65-4321\n', false);
  const { state, facts, mapping, profiles } = await importOf(store(), id);
  expect([state, facts!.sealed, mapping!.columns[1]!.field]).toEqual(['checking', [1], 'ssn']);
  expect(JSON.stringify([facts, profiles, await rowsOf(store(), id)])).not.toMatch(/123-45-6789|987-65-4321/);
});

it('what has that form only further down is suggested for nothing that is sealed', async () => {
  const blank = 'a@acme.nl,,x\n'.repeat(60);
  const id = await read(`Email,,City\n${blank}a@acme.nl,123-45-6789,x\n`, true);
  const { facts, mapping } = await importOf(store(), id);
  expect([facts!.sealed, mapping!.columns[1]!.field]).toEqual([undefined, null]);
});
