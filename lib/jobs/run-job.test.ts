import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptFile, newFile } from '../files';
import type { NewImport } from '../import-store';
import type { Job } from '../job-store';
import { putMapping } from '../map/put-mapping';
import { editRow } from '../review/edit-row';
import { lostByReading, readAnew } from '../review/read-anew';
import type { Store } from '../store';
import {
  checkAll,
  commit,
  contextOf,
  filesIn,
  importOf,
  jobOf,
  keepFile,
  mappingOf,
  newImport,
  review,
  rowsOf,
  stage,
} from '../testing/sheet';
import { testVault, withStore } from '../testing/test-store';
import { runJob } from './run-job';

const store = withStore();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
});
afterAll(() => rm(folder, { recursive: true }));

const pathOf = (fileKey: string) => join(folder, fileKey);
const run = (kind: Job['kind'], id: number, generation = 1, on: Store = store()) =>
  runJob(contextOf(on, { files: filesIn(folder) }), jobOf(kind, id, generation));
/** The check to its end: what one job leaves to the next is done too. */
async function check(id: number, generation = 1) {
  await run('check', id, generation);
  await run('duplicates', id, generation);
}

async function keep(text: string): Promise<KeptFile> {
  const file = newFile(testVault);
  await keepFile(folder, file, text);
  return file;
}

async function upload(text: string, more: Partial<NewImport> = {}): Promise<number> {
  return store().createImport(newImport({ ...(await keep(text)), fileSize: text.length, ...more }));
}

const csv = (count: number) =>
  `email;first name\n${Array.from({ length: count }, (_, at) => `r${at}@example.com;N${at}\n`).join('')}`;

describe('reading', () => {
  it('stages every row with its number and text, suggests a mapping and waits for a person', async () => {
    const id = await upload('email;first name\n\na@example.com; Zoë \nb@example.com;\n');
    await run('read', id);
    expect(await importOf(store(), id)).toMatchObject({ state: 'mapping', rows: 2, mapping: { matchKey: 'email' } });
    const rows = await store().readStaged(id, 0, 9);
    expect(rows.map(({ row, cells }) => [row, cells])).toEqual([
      [3, ['a@example.com', ' Zoë ']],
      [4, ['b@example.com', '']],
    ]);
  });

  it('goes on to the check when nobody wants to look first', async () => {
    const id = await upload(csv(3), { pauseAtMapping: false });
    await run('read', id);
    const { state, generation } = await importOf(store(), id);
    expect(state).toBe('checking');
    await check(id, generation);
    expect(await importOf(store(), id)).toMatchObject({ state: 'review', rows: 3 });
  });

  it('cut off in the middle goes on from its cursor to the same end', async () => {
    const id = await upload(csv(3500));
    let parts = 0;
    const dying: Store = {
      ...store(),
      async stageRows(...given) {
        if (++parts === 2) throw new Error('killed');
        return store().stageRows(...given);
      },
    };
    await expect(run('read', id, 1, dying)).rejects.toThrow('killed');
    const there = (await store().readStaged(id, 0, 9999)).length;
    expect(there > 0 && there < 3500).toBe(true);
    await run('read', id);
    const rows = await rowsOf(store(), id);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 3500 }, (_, at) => at + 2));
    const { profiles, rows: count } = await importOf(store(), id);
    expect([profiles[0]?.emails, count]).toEqual([3500, 3500]);
  });

  it('a file that cannot be read fails with one sentence', async () => {
    const id = await upload('');
    await run('read', id);
    expect(await importOf(store(), id)).toMatchObject({ state: 'failed', error: expect.stringContaining('empty') });
  });

  it('a file that is gone is a fault of the job, and leaves the import as it was', async () => {
    const id = await store().createImport(newImport({ fileKey: 'gone' }));
    await expect(run('read', id)).rejects.toThrow('The uploaded file is not there any more. Upload it again.');
    expect((await importOf(store(), id)).state).toBe('reading');
  });

  it('a header without rows stops at the mapping, where it cannot go on', async () => {
    const id = await upload('email;first name\n', { pauseAtMapping: false });
    await run('read', id);
    expect(await importOf(store(), id)).toMatchObject({ state: 'mapping', rows: 0 });
    const put = await putMapping(store(), id, mappingOf({ fields: ['email'] }));
    expect(put.status).toBe('problems');
  });

  it('anew keeps edits whose row and column are still there, and lists first what would be lost', async () => {
    const id = await upload('email;first name\na@example.com;A\nb@example.com;B\n', { pauseAtMapping: false });
    await run('read', id);
    await check(id, 2);
    await editRow(store(), id, 2, { values: { email: 'x@example.com', firstName: 'X' } });
    await editRow(store(), id, 3, { excluded: true });
    const record = await importOf(store(), id);
    const wide = { delimiter: ',' } as const;
    expect(await lostByReading(store(), filesIn(folder), record, wide)).toEqual([
      { row: 2, column: 'first name', text: 'X' },
    ]);
    expect(await lostByReading(store(), filesIn(folder), record, { headerRow: 3 })).toEqual([
      { row: 2, column: 'email', text: 'x@example.com' },
      { row: 2, column: 'first name', text: 'X' },
      { row: 3, column: null, text: 'left out' },
    ]);
    expect(await readAnew(store(), record, wide)).toBe(true);
    const { generation } = await importOf(store(), id);
    await run('read', id, 1);
    expect((await importOf(store(), id)).state).toBe('reading');
    await run('read', id, generation);
    expect(await store().readEdits(id)).toEqual([
      { row: 2, edits: { 0: 'x@example.com' }, excluded: false },
      { row: 3, edits: {}, excluded: true },
    ]);
    expect(
      await readAnew(store(), await importOf(store(), await commit(store(), { fields: ['email'], rows: [] })), {}),
    ).toBe(false);
  });
});

describe('checking', () => {
  const sheet = { fields: ['email'], rows: Array.from({ length: 2500 }, (_, at) => [`k${at % 2000}@example.com`]) };

  it('cut off in the middle goes on to the same plans as without', async () => {
    const [id, whole] = [await stage(store(), sheet), await review(store(), sheet)];
    let parts = 0;
    const dying: Store = {
      ...store(),
      async savePlans(...given) {
        if (++parts === 2) throw new Error('killed');
        return store().savePlans(...given);
      },
    };
    await expect(run('check', id, 1, dying)).rejects.toThrow('killed');
    await checkAll(store(), id);
    const plans = async (each: number) =>
      (await rowsOf(store(), each)).map(({ row, plan, issues }) => [row, plan.state, plan.disposition, issues]);
    expect(await plans(id)).toEqual(await plans(whole));
    const { states, dispositions } = await store().readTotals(id);
    expect({ states, dispositions }).toMatchObject({
      states: { error: 500, warning: 500 },
      dispositions: { create: 2000 },
    });
  });

  it('whose writes fail says so to the job, and does not bring the process down', async () => {
    const id = await stage(store(), sheet);
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const full: Store = { ...store(), savePlans: async () => Promise.reject(new Error('disk full')) };
    await expect(run('check', id, 1, full)).rejects.toThrow('disk full');
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('of an import that was mapped anew meanwhile simply ends', async () => {
    const id = await stage(store(), sheet);
    await store().moveImport(id, ['checking'], 'checking', { restart: true });
    await check(id, 1);
    expect((await importOf(store(), id)).state).toBe('checking');
    await check(id, 2);
    expect((await importOf(store(), id)).state).toBe('review');
  });

  it('keeps the ids that were reserved', async () => {
    const id = await review(store(), { fields: ['email'], rows: [['keep@example.com']] });
    const before = (await store().readRow(id, 2))?.reserved;
    await store().moveImport(id, ['review'], 'checking', { restart: true });
    await checkAll(store(), id);
    expect((await store().readRow(id, 2))?.reserved).toEqual(before);
  });
});

describe('the other jobs', () => {
  it('commit does what was submitted, and nothing where nothing was', async () => {
    const id = await review(store(), { fields: ['email'], rows: [['job@example.com']] });
    await run('commit', id);
    expect((await importOf(store(), id)).state).toBe('review');
    await store().startCommit(id, (await importOf(store(), id)).revision);
    await run('commit', id);
    expect((await importOf(store(), id)).state).toBe('committed');
  });

  it('a job that another one overtook is not done while the import still waits for it', async () => {
    const id = await review(store(), { fields: ['email'], rows: [['over@example.com'], ['taken@example.com']] });
    await store().startCommit(id, (await importOf(store(), id)).revision);
    const overtaken: Store = { ...store(), commitChunk: async () => 'moved' };
    expect(await run('commit', id, 1, overtaken)).toBe('again');
    expect(await run('commit', id)).toBe('done');
    expect(await run('commit', id)).toBe('done');
    const checking = await stage(store(), { fields: ['email'], rows: [['o@example.com']] });
    expect(await run('check', checking, 1, { ...store(), savePlans: async () => false })).toBe('again');
    expect(await run('check', checking, 2)).toBe('done');
    expect(await run('check', checking)).toBe('done');
  });

  it('clean leaves neither rows nor file of a deleted import', async () => {
    const id = await upload(csv(3));
    await run('read', id);
    const { fileKey } = await importOf(store(), id);
    await store().moveImport(id, ['mapping'], 'cancelled');
    await store().deleteImport(id);
    await run('clean', id);
    expect(await store().readStaged(id, 0, 9)).toEqual([]);
    expect(await store().fileOf(id)).toBeNull();
    await expect(stat(pathOf(fileKey))).rejects.toThrow('ENOENT');
  });
});
