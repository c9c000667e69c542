import Database from 'better-sqlite3';
import { axe } from './axe';
import { commitFile, expectProblem, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { open } from './steps';

test('an administrator sets how long files and rows are kept, and that is written down', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/settings/retention`);
  const form = page.getByRole('form', { name: 'Retention' });
  await expect(form.getByRole('textbox', { name: 'Days' })).toHaveValue('90');
  await axe(page);
  for (const wrong of ['0', '3651', '1.5', 'many', '']) {
    await form.getByRole('textbox', { name: 'Days' }).fill(wrong);
    await form.getByRole('button', { name: 'Save the retention' }).click();
    await expect(form.getByText('Enter a whole number from 1 to 3650.')).toBeVisible();
  }
  await axe(page);
  await form.getByRole('textbox', { name: 'Days' }).fill('30');
  await form.getByRole('button', { name: 'Save the retention' }).click();
  await expect(form.getByRole('status')).toHaveText('Saved');
  await page.reload();
  await expect(form.getByRole('textbox', { name: 'Days' })).toHaveValue('30');
  await form.getByText('For ever', { exact: true }).click();
  await form.getByRole('button', { name: 'Save the retention' }).click();
  await expect(form.getByRole('status')).toHaveText('Saved');
  await page.reload();
  await expect(form.getByRole('radio', { name: 'For ever' })).toBeChecked();
  const log = await (await ownDesk.call('/api/v1/audit?action=retention_changed')).json();
  expect(log.entries.map(({ details }: { details: unknown }) => details)).toEqual([
    { from: 30, to: 'for ever' },
    { from: 90, to: 30 },
  ]);
});

test('an import whose time is over shows its totals and says why its rows are gone', async ({ page, ownDesk }) => {
  const rows = people(12, newBlock());
  const { id } = await commitFile(ownDesk, 'kept.csv', csv(rows));
  const database = new Database(`${ownDesk.dataDir}/import-desk.db`, { timeout: 10_000 });
  database.prepare('update imports set finished_at = ? where id = ?').run(Date.now() - 91 * 86_400_000, id);
  database.close();
  await ownDesk.killWorker();
  ownDesk.startWorker();
  const view = async () => (await ownDesk.call(`/api/v1/imports/${id}`)).json();
  await expect.poll(async () => (await view()).rowsRemovedAt, { timeout: 20_000 }).toBeTruthy();
  expect((await view()).totals.outcomes.created).toBe(12);
  for (const path of ['rows', 'rows/next?from=0', 'issues', 'report']) {
    const problem = await expectProblem(await ownDesk.call(`/api/v1/imports/${id}/${path}`), 410, 'rows_removed');
    expect(problem.detail).toContain('as the retention setting says');
  }
  await expectProblem(
    await send(ownDesk, 'PUT', `/api/v1/imports/${id}/intake`, { headerRow: 1 }),
    410,
    'rows_removed',
  );

  await open(page, `${ownDesk.baseUrl}/imports/${id}/report`);
  await expect(page.getByRole('heading', { name: '12 customers imported' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'The rows of this file are not kept any more' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download report' })).toHaveCount(0);
  await axe(page);
  for (const step of ['intake', 'map', 'review']) {
    await open(page, `${ownDesk.baseUrl}/imports/${id}/${step}`);
    await expect(page.getByRole('region', { name: 'The rows of this file are not kept any more' })).toBeVisible();
  }
  await axe(page);
  await open(page, `${ownDesk.baseUrl}/imports`);
  await expect(page.getByText('kept.csv')).toBeVisible();
});
