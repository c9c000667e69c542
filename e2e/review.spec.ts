import { commitFile, reviewFile, rowsOf, send } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { cell, chip, chipCount, chooseFile, grid, gridRow, open, reload, saved, toMap } from './steps';

/** One import in review with something under every chip but Conflict. */
const everyKind = async (desk: Desk, block = newBlock()) => {
  const known = people(4, block);
  await commitFile(desk, 'before.csv', csv(known));
  const rows = change(
    [...known, ...people(8, block + 100)],
    [0, 'City', 'Delft'],
    [5, 'Email', 'nobody'],
    [7, 'Email', 'no one'],
    [7, 'Phone', '12'],
    [8, 'Phone', '12'],
    [9, 'Last name', '  Spaces around  '],
  );
  const view = await reviewFile(desk, 'every kind.csv', csv(rows));
  await send(desk, 'PATCH', `/api/v1/imports/${view.id}/rows/13`, { excluded: true });
  return view.id;
};

const kinds = ['Errors', 'Create', 'Update', 'Unchanged', 'Skipped', 'Conflict'];

test('every row stands under one chip, and the chips add up to all', async ({ page, desk }) => {
  await open(page, `/imports/${await everyKind(desk)}/review`);
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = await chipCount(page, kind);
  expect(counts).toEqual({ Errors: 2, Create: 5, Update: 1, Unchanged: 3, Skipped: 1, Conflict: 0 });
  expect(await chipCount(page, 'All')).toBe(Object.values(counts).reduce((sum, count) => sum + count));
  await expect(page.getByRole('link', { name: 'Import 6 customers' })).toBeVisible();
  const behind = page.getByRole('button', { name: '6 rows stay behind' });
  await behind.click();
  const parts = page.getByRole('dialog', { name: '6 rows stay behind' });
  await expect(parts.getByRole('button')).toHaveText([/2errors to fix/, /3unchanged/, /1skipped/]);
  await parts.getByRole('button', { name: /skipped/ }).click();
  await expect(chip(page, 'Skipped')).toHaveAttribute('aria-pressed', 'true');
  await expect(gridRow(page, 13)).toBeVisible();
  for (const kind of [...kinds.slice(0, 5), 'Warnings', 'Auto-changed']) {
    await chip(page, kind).click();
    await expect(grid(page), kind).toHaveAttribute('aria-rowcount', String((await chipCount(page, kind)) + 1));
  }
  await expect(chip(page, 'Conflict')).toBeDisabled();
});

test('filter and search are in the address: a reload and Back keep them', async ({ page, desk }) => {
  await open(page, `/imports/${await everyKind(desk)}/review`);
  await chip(page, 'Create').click();
  await expect(page).toHaveURL(/disposition=create/);
  await page.getByRole('button', { name: 'Find, Ctrl+F' }).click();
  await page.getByRole('textbox', { name: 'Find in rows' }).fill('spaces');
  await expect(page).toHaveURL(/q=spaces/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await reload(page);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(gridRow(page, 11)).toBeVisible();
  await expect(chip(page, 'Create')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('textbox', { name: 'Find in rows' })).toHaveValue('spaces');

  await page.getByRole('textbox', { name: 'Find in rows' }).fill('nowhere');
  await expect(page.getByRole('heading', { name: 'No row holds “nowhere”' })).toBeVisible();
  await page.getByRole('button', { name: 'Search in all rows' }).click();
  await expect(chip(page, 'All')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(chip(page, 'Create')).toHaveAttribute('aria-pressed', 'true');
});

test('issues are grouped by cause, with their rows one press away', async ({ page, desk }) => {
  await open(page, `/imports/${await everyKind(desk)}/review`);
  const panel = page.getByRole('region', { name: 'Issues by cause' });
  await panel.getByRole('button', { name: 'Show rows: 2 emails that are not an address, Email' }).click();
  await expect(page).toHaveURL(/issue=invalid_email/);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
  await expect(panel).toContainText('Enter an email address like name@example.com.');
  await panel.getByRole('button', { name: /^Show all rows again/ }).click();
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '13');
  await panel.getByRole('button', { name: 'Hide issues by cause' }).click();
  await expect(panel).toBeHidden();
  // The address follows a moment later, and a page loaded before that knows nothing of it.
  await expect(page).toHaveURL(/panel=off/);
  await reload(page);
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: 'Show issues by cause' }).click();
  await expect(panel).toBeVisible();
});

test('no row moves away from under the pointer when the causes come after the rows', async ({
  page,
  ownDesk: desk,
}) => {
  let letCome = () => {};
  const come = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/\/api\/v1\/imports\/\d+\/issues$/, async (route) => {
    await come;
    await route.continue();
  });
  await open(page, `${desk.baseUrl}/imports/new`);
  await chooseFile(page, { name: 'still.csv', content: csv(change(people(5, newBlock()), [2, 'Email', 'nobody'])) });
  await toMap(page);
  // The page opens while the rows are checked: the causes would come with it otherwise.
  await desk.killWorker();
  await page.getByRole('button', { name: 'Check 5 rows' }).click();
  await expect(page.getByRole('heading', { name: /^Checking/ })).toBeVisible();
  desk.startWorker();
  await expect(grid(page)).toBeVisible();
  const summary = page.getByRole('region', { name: 'Errors' });
  const panel = page.getByRole('region', { name: 'Issues by cause' });
  await expect(summary).toContainText('1 row to fix');
  await expect(panel).not.toContainText('No errors');
  // The next Tab must lead to a cause.
  await expect(summary).not.toBeFocused();
  const place = await gridRow(page, 4).boundingBox();
  letCome();
  await expect(summary.getByRole('button', { name: /row 4/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Show rows/ })).toBeVisible();
  await expect(summary).toBeFocused();
  expect(await gridRow(page, 4).boundingBox()).toEqual(place);
});

test('excluding and including a row moves the numbers', async ({ page, desk }) => {
  const id = await everyKind(desk);
  await open(page, `/imports/${id}/review`);
  await (await cell(page, 2, 'Email')).click();
  await page.keyboard.press('ControlOrMeta+e');
  await saved(page);
  await expect(await cell(page, 2, 'Status')).toContainText('Skipped');
  await expect(chip(page, 'Skipped')).toHaveText('Skipped2');
  await expect(chip(page, 'Update')).toHaveText('Update0');
  await expect(page.getByRole('link', { name: 'Import 5 customers' })).toBeVisible();
  await (await cell(page, 2, 'Status')).click();
  const menu = page.getByRole('dialog', { name: 'Row 2' });
  await expect(menu).toContainText('Left out by hand.');
  await menu.getByRole('button', { name: /^Include row 2/ }).click();
  await expect(chip(page, 'Update')).toHaveText('Update1');
  await saved(page);
  expect((await desk.until(id, 'review')).totals.states.excluded).toBe(1);
});

test('whole rows can be selected and excluded together', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'together.csv', csv(people(6)));
  await open(page, `/imports/${id}/review`);
  await (await cell(page, 3, 'Email')).click();
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 rows selected')).toBeVisible();
  await page.getByRole('button', { name: 'Exclude', exact: true }).click();
  await expect(chip(page, 'Skipped')).toHaveText('Skipped3');
  await saved(page);
  const { rows } = await rowsOf(desk, id, 'state=excluded');
  expect(rows.map(({ row }) => row)).toEqual([3, 4, 5]);
});

test('of a repeated key the first row counts, and an edit frees the later one', async ({ page, desk }) => {
  const block = newBlock();
  const rows = change(people(4, block), [2, 'Debtor ID', String(block + 1)]);
  const { id } = await reviewFile(desk, 'repeated.csv', csv(rows));
  await open(page, `/imports/${id}/review`);
  await expect(await cell(page, 2, 'Status')).toContainText('Create');
  await expect(gridRow(page, 2).getByLabel('1 warning')).toBeVisible();
  await expect(await cell(page, 4, 'Status')).toContainText('Error');
  await expect(chip(page, 'Errors')).toHaveText('Errors1');
  await (await cell(page, 4, 'Debtor ID')).click();
  await page.keyboard.type(String(block + 50));
  await page.keyboard.press('Enter');
  await expect(await cell(page, 4, 'Status')).toContainText('Create');
  await expect(gridRow(page, 2).getByLabel('1 warning')).toBeHidden();
  await expect(chip(page, 'Errors')).toHaveText('Errors0');
  await saved(page);

  await (await cell(page, 3, 'Debtor ID')).click();
  await page.keyboard.type(String(block + 1));
  await page.keyboard.press('Enter');
  await expect(await cell(page, 3, 'Status')).toContainText('Error');
  await (await cell(page, 2, 'Email')).click();
  await page.keyboard.press('ControlOrMeta+e');
  await expect(await cell(page, 3, 'Status'), 'the first row is out, so the second counts').toContainText('Create');
});

test('two people editing the same cell: the second is told, and decides', async ({ page, desk, browser, faults }) => {
  faults.allow(/409/);
  const { id } = await reviewFile(desk, 'two people.csv', csv(people(2)));
  await open(page, `/imports/${id}/review`);
  const context = await browser.newContext({ baseURL: desk.baseUrl });
  const other = await context.newPage();
  await open(other, `/imports/${id}/review`);
  await (await cell(other, 2, 'Last name')).click();
  await other.keyboard.type('Theirs');
  await other.keyboard.press('Enter');
  await saved(other);
  await context.close();

  const mine = await cell(page, 2, 'Last name');
  await mine.click();
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 edit not saved')).toBeVisible();
  await expect(mine).toHaveAttribute('aria-invalid', 'true');
  await expect(mine).toHaveAccessibleDescription('Not saved: someone changed this to “Theirs” meanwhile.');
  await mine.click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('Mine');
  await page.keyboard.press('Enter');
  await saved(page);
  await expect(mine).toHaveText('Mine');
  expect((await rowsOf(desk, id)).rows[0]?.cells[2]).toBe('Mine');
});
