import { ask, commitFile, customerOf, reviewFile, rowsOf, send } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { open, outcomes } from './steps';

test('a double click submits once', async ({ page, desk }) => {
  const block = newBlock();
  const { id } = await reviewFile(desk, 'double.csv', csv(people(3, block)));
  await open(page, `/imports/${id}/commit`);
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/commit')) sent += 1;
  });
  await page.getByRole('button', { name: 'Import 3 customers' }).dblclick();
  await page.waitForURL(/\/report$/);
  expect(sent).toBe(1);
  expect(await outcomes(page)).toMatchObject({ created: 3, sum: 3 });
  expect((await customerOf(desk, block + 1)).changes).toHaveLength(1);
});

test('two browsers that submit the same plan import it once', async ({ page, desk, browser, faults }) => {
  faults.allow(/./);
  const block = newBlock();
  const { id } = await reviewFile(desk, 'two browsers.csv', csv(people(50, block)));
  const context = await browser.newContext({ baseURL: desk.baseUrl });
  const other = await context.newPage();
  const button = { name: 'Import 50 customers' };
  for (const one of [page, other]) await open(one, `/imports/${id}/commit`);
  await Promise.all([page, other].map((one) => one.getByRole('button', button).click()));
  await Promise.all([page, other].map((one) => one.waitForURL(/\/report$/)));
  await context.close();
  expect(await outcomes(page)).toMatchObject({ created: 50, sum: 50 });
  expect((await customerOf(desk, block + 50)).changes).toHaveLength(1);
});

test('rows that changed since the page was opened are told, and nothing is imported', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'stale.csv', csv(people(4)));
  await open(page, `/imports/${id}/commit`);
  await send(desk, 'PATCH', `/api/v1/imports/${id}/rows/2`, { excluded: true });
  await page.getByRole('button', { name: 'Import 4 customers' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was imported' })).toContainText(
    'the rows changed since this page was opened. Now 3 would be created and 0 updated.',
  );
  await expect(page.getByRole('heading', { name: 'Import 3 customers' })).toBeVisible();
  expect((await desk.until(id, 'review')).totals.outcomes.created).toBe(0);
  await page.getByRole('button', { name: 'Import 3 customers' }).click();
  await page.waitForURL(/\/report$/);
  expect(await outcomes(page)).toMatchObject({ created: 3, skipped: 1, sum: 4 });
});

test('an import that someone cancelled meanwhile is told', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'cancelled meanwhile.csv', csv(people(1)));
  await open(page, `/imports/${id}/commit`);
  await desk.call(`/api/v1/imports/${id}`, { method: 'DELETE' });
  await page.getByRole('button', { name: 'Import 1 customer' }).click();
  await expect(
    page
      .getByText('this import is no longer in review')
      .or(page.getByText('The import of cancelled meanwhile.csv was cancelled')),
  ).toBeVisible();
  expect((await desk.until(id, 'cancelled')).totals.outcomes.created).toBe(0);
});

test('5,000 rows go to the worker and show live progress until the report', async ({ page, desk }) => {
  const block = newBlock();
  const { id } = await reviewFile(desk, 'live.csv', csv(people(5000, block)));
  await open(page, `/imports/${id}/commit`);
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('main')?.textContent ?? '';
      if (text.includes('Importing')) seen.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('button', { name: 'Import 5,000 customers' }).click();
  await page.waitForURL(/\/report$/);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.join('\n')).toContain('Importing 5,000 customers');
  expect(seen.join('\n'), 'the numbers of what is done').toContain('created5,000of 5,000');
  await expect(page.getByRole('heading', { name: '5,000 customers imported' })).toBeVisible();
  expect(await outcomes(page)).toMatchObject({ created: 5000, sum: 5000 });
});

test('leaving a running import loses nothing: the list leads back to it', async ({ page, ownDesk }) => {
  const { id } = await reviewFile(ownDesk, 'left alone.csv', csv(people(5000)));
  await ownDesk.killWorker();
  await open(page, `${ownDesk.baseUrl}/imports/${id}/commit`);
  await page.getByRole('button', { name: 'Import 5,000 customers' }).click();
  await expect(page.getByRole('heading', { name: 'Importing 5,000 customers' })).toBeVisible();
  await expect(page.getByText('0 of 5,000 rows')).toBeVisible();
  await expect(page.getByText('You can close the browser. The import goes on.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to imports' }).click();
  const row = page.getByRole('row').filter({ hasText: 'left alone.csv' });
  await expect(row).toContainText('Committing');
  await row.getByRole('link', { name: 'Show progress: left alone.csv' }).click();
  await expect(page.getByRole('heading', { name: 'Importing 5,000 customers' })).toBeVisible();
  ownDesk.startWorker();
  await page.waitForURL(/\/report$/, { timeout: 60_000 });
  expect(await outcomes(page)).toMatchObject({ created: 5000, sum: 5000 });
});

test('stop after this batch: the rest is skipped and said so', async ({ page, ownDesk }) => {
  const { id } = await reviewFile(ownDesk, 'stopped.csv', csv(people(3000)));
  await ownDesk.killWorker();
  await open(page, `${ownDesk.baseUrl}/imports/${id}/commit`);
  await page.getByRole('button', { name: 'Import 3,000 customers' }).click();
  await page.getByRole('button', { name: 'Stop after this batch' }).click();
  await expect(page.getByRole('button', { name: 'Stopping after this batch' })).toBeDisabled();
  ownDesk.startWorker();
  await page.waitForURL(/\/report$/, { timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'No customers imported' })).toBeVisible();
  await expect(page.getByText('3,000 rows were skipped because the import was stopped.')).toBeVisible();
  expect(await outcomes(page)).toMatchObject({ created: 0, skipped: 3000, sum: 3000 });
  expect((await rowsOf(ownDesk, id)).rows[0]?.message).toBe('The import was stopped before this row.');
  expect(await ask(ownDesk, '/api/v1/customers')).toMatchObject({ customers: [] });
});

test('stopping in the middle keeps what is written and accounts for every row', async ({ ownDesk }) => {
  const rows = people(30_000);
  const { id } = await reviewFile(ownDesk, 'half.csv', csv(rows));
  await send(ownDesk, 'POST', `/api/v1/imports/${id}/commit`);
  await expect
    .poll(async () => (await ask<{ progress: { done: number } }>(ownDesk, `/api/v1/imports/${id}`)).progress.done, {
      intervals: [5],
    })
    .toBeGreaterThanOrEqual(0);
  await ownDesk.call(`/api/v1/imports/${id}`, { method: 'DELETE' });
  const { totals } = await ownDesk.until(id, 'committed');
  expect(totals.outcomes.created + totals.outcomes.skipped).toBe(30_000);
  const again = await reviewFile(ownDesk, 'half again.csv', csv(rows));
  expect(again.totals.dispositions).toMatchObject({
    unchanged: totals.outcomes.created,
    create: totals.outcomes.skipped,
  });
});

test('an import that is committed opens its report, wherever one enters', async ({ page, desk }) => {
  const { id } = await commitFile(desk, 'entered.csv', csv(people(1)));
  for (const path of ['', '/commit']) {
    await page.goto(`/imports/${id}${path}`);
    await expect(page).toHaveURL(/\/report$/);
  }
  await open(page, `/imports/${id}/review`);
  await expect(page.getByText('Read only')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Show the report' })).toBeVisible();
});
