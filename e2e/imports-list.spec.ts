import { commitFile, reviewFile } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { open } from './steps';

test('an empty desk says how to begin', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/`);
  await expect(page).toHaveURL(/\/imports$/);
  await expect(page.getByRole('heading', { name: 'No imports yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download a template' })).toBeVisible();
});

test('every import says how it stands, and opens where it goes on', async ({ page, ownDesk: desk }) => {
  const rows = change(people(4, newBlock()), [1, 'Email', 'nobody']);
  await commitFile(desk, 'committed.csv', csv(rows));
  await reviewFile(desk, 'review.csv', csv(people(3)));
  const { id: mapping } = await desk.upload('mapping.csv', csv(people(2)), { until: 'mapping' });
  await desk.until(mapping, 'mapping');
  const { id: cancelled } = await reviewFile(desk, 'cancelled.csv', csv(people(1)));
  await desk.call(`/api/v1/imports/${cancelled}`, { method: 'DELETE' });
  await desk.upload('damaged.xlsx', 'PK\x03\x04 and nothing more');
  await open(page, `${desk.baseUrl}/imports`);
  const list = page.getByRole('table', { name: 'Imports' });
  const row = (name: string) => list.getByRole('row').filter({ hasText: name });
  await expect(row('damaged.xlsx')).toContainText('Failed');
  await expect(list.getByRole('row').getByRole('cell').first()).toContainText('damaged.xlsx');

  const expected = [
    ['committed.csv', 'Committed', '3 created · 1 failed', 'Open report', 'report'],
    ['review.csv', 'Review', '3 customers ready to import', 'Continue review', 'review'],
    ['mapping.csv', 'Mapping', '6 of 6 columns matched', 'Continue mapping', 'map'],
    ['cancelled.csv', 'Cancelled', 'Nothing was written', 'Open', 'intake'],
  ] as const;
  for (const [name, state, standing, action, step] of expected) {
    await expect(row(name)).toContainText(state);
    await expect(row(name)).toContainText(standing);
    await row(name)
      .getByRole('link', { name: `${action}: ${name}` })
      .click();
    await expect(page).toHaveURL(new RegExp(`/${step}$`));
    await open(page, `${desk.baseUrl}/imports`);
  }
  await expect(row('damaged.xlsx')).toContainText('damaged.xlsx is damaged and cannot be read to the end.');
  await expect(row('damaged.xlsx').getByRole('button', { name: 'Upload again: damaged.xlsx' })).toBeVisible();

  const state = (name: string) => page.getByRole('group', { name: 'State' }).getByRole('button', { name });
  await expect(page.getByRole('group', { name: 'State' }).getByRole('button')).toHaveText([
    'All5',
    'Open2',
    'Committed1',
    'Failed1',
    'Cancelled1',
  ]);
  await state('Open').click();
  await expect(page).toHaveURL(/state=open/);
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.reload();
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(state('Open')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('searchbox', { name: 'Search by file name' }).fill('REVIEW');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search by file name' }).fill('nowhere');
  await expect(page.getByRole('heading', { name: 'No import holds “nowhere”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await state('All').click();
  await expect(list.getByRole('row')).toHaveCount(6);
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Imports/ })).toContainText(
    '2 open',
  );
});

test('a long list is shown in parts', async ({ page, ownDesk: desk }) => {
  const content = csv(people(1));
  for (let part = 1; part <= 27; part += 1) await desk.upload(`part ${part}.csv`, content, { until: 'mapping' });
  await open(page, `${desk.baseUrl}/imports`);
  const list = page.getByRole('table', { name: 'Imports' });
  await expect(page.getByText('1–25 of 27')).toBeVisible();
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list).toContainText('part 1.csv');
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(list.getByRole('row')).toHaveCount(26);
});

test('imports that the desk works on move on their own', async ({ page, ownDesk: desk }) => {
  await desk.killWorker();
  const { id } = await desk.upload('moves.csv', csv(people(3)));
  await open(page, `${desk.baseUrl}/imports`);
  const row = page.getByRole('row').filter({ hasText: 'moves.csv' });
  await expect(row).toContainText('Reading');
  desk.startWorker();
  await expect(row).toContainText('3 customers ready to import', { timeout: 30_000 });
  await desk.until(id, 'review');
});
