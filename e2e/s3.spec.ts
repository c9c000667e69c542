import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expectProblem, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { mainPath } from './main-path';
import { chooseFile, open } from './steps';

test.use({ engine: 'postgres', files: 's3' });
mainPath();

test('web server and worker share no folder: the file goes through the bucket, and goes with its import', async ({
  desk,
  s3,
}) => {
  const objects = () => readdirSync(join(s3!.folder, s3!.bucket)).filter((name) => name.endsWith('_object'));
  const before = objects();
  const { id } = await desk.upload('shared.csv', csv(people(3)));
  expect(objects()).toHaveLength(before.length + 1);
  expect((await desk.until(id, 'review')).totals.rows).toBe(3);
  expect(desk.workerDataDir).not.toBe(desk.dataDir);
  await send(desk, 'PATCH', `/api/v1/imports/${id}/rows/2`, { excluded: true });
  const plan = await send(desk, 'PUT', `/api/v1/imports/${id}/intake?plan=1`, { headerRow: 3 });
  expect(await plan.json(), 'the web server reads the file too').toEqual({
    lost: [{ row: 2, column: null, text: 'left out' }],
  });
  for (const folder of [desk.dataDir, desk.workerDataDir]) {
    expect(existsSync(join(folder, 'uploads'))).toBe(false);
    expect(readdirSync(join(folder, 'fetched'))).toEqual([]);
  }
  for (const _ of ['cancelled', 'deleted']) {
    expect((await desk.call(`/api/v1/imports/${id}`, { method: 'DELETE' })).ok).toBe(true);
  }
  await expect.poll(objects).toEqual(before);
});

test('while the bucket is away an upload is refused in words, and what was uploaded is read when it is back', async ({
  page,
  desk,
  s3,
  faults,
}) => {
  faults.allow(/503/);
  await desk.killWorker();
  const { id } = await desk.upload('waiting.csv', csv(people(2)));
  await s3!.pause();
  try {
    desk.startWorker();
    await open(page, '/imports/new');
    await chooseFile(page, { name: `away ${newBlock()}.csv`, content: csv(people(1)) });
    const words = 'The file could not be stored, because the storage for uploaded files does not work just now.';
    await expect(page.getByText(words)).toBeVisible();
    const answer = await desk.call('/api/v1/imports?fileName=away.csv', { method: 'POST', body: csv(people(1)) });
    expect((await expectProblem(answer, 503, 'files_unavailable')).detail).toContain('Nothing was kept');
    await expect.poll(() => desk.readLog()).toContain('because of ECONNREFUSED');
  } finally {
    await s3!.resume();
  }
  // The pauses between attempts grow while it is away.
  await desk.until(id, 'review', 90_000);
});
