import type { Page, Route } from '@playwright/test';
import { makeCustomers } from '../scripts/bench/make-customers.mjs';
import { reviewFile, rowsOf, send } from './by-api';
import { change, csv, people } from './data';
import { expect, test } from './fixtures';
import { cell, chip, grid, gridRow, open, reload, saved } from './steps';

const focused = (page: Page) => grid(page).locator(':focus');

test('the grid tells its size, its places and what is wrong', async ({ page, desk }) => {
  const rows = change(people(40), [5, 'Email', 'nobody']);
  const { id } = await reviewFile(desk, 'aria.csv', csv(rows));
  await open(page, `/imports/${id}/review`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '41');
  await expect(grid(page)).toHaveAttribute('aria-colcount', '8');
  await expect(grid(page)).toHaveAccessibleName('Rows of aria.csv');
  const places = await grid(page)
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => Number(row.ariaRowIndex)));
  expect(places).toEqual(places.map((_, at) => at + 1));
  await expect(gridRow(page, 7)).toHaveAttribute('aria-rowindex', '7');
  const wrong = await cell(page, 7, 'Email');
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAccessibleDescription('Enter an email address like name@example.com.');
  await expect(wrong.locator('svg')).toBeVisible();
  await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
});

test('keys move through the grid, and Tab leaves it', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'keys.csv', csv(people(60)));
  await open(page, `/imports/${id}/review`);
  await (await cell(page, 2, 'Debtor ID')).click();
  const at = async () => {
    const place = await focused(page).evaluate((element) => [
      element.closest('[role=row]')?.ariaRowIndex,
      element.ariaColIndex,
    ]);
    return place.map(Number);
  };
  const moves: [key: string, row: number, column: number][] = [
    ['ArrowDown', 3, 3],
    ['ArrowRight', 3, 4],
    ['End', 3, 8],
    ['Home', 3, 3],
    ['Home', 3, 2],
    ['ControlOrMeta+End', 61, 8],
    ['ControlOrMeta+Home', 2, 3],
    ['ArrowUp', 2, 3],
    ['ArrowLeft', 2, 2],
  ];
  for (const [key, row, column] of moves) {
    await page.keyboard.press(key);
    await expect.poll(at, key).toEqual([row, column]);
  }
  await page.keyboard.press('PageDown');
  await expect.poll(async () => (await at())[0]).toBeGreaterThan(10);
  await page.keyboard.press('PageUp');
  await expect.poll(at).toEqual([2, 2]);
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(at, 'the grid is one tab stop and keeps its place').toEqual([2, 2]);
});

test('F8 goes to the next error and round, Shift+F8 back', async ({ page, desk }) => {
  const rows = change(people(300), [10, 'Email', 'a'], [150, 'Email', 'b'], [280, 'Email', 'c']);
  const { id } = await reviewFile(desk, 'errors.csv', csv(rows));
  await open(page, `/imports/${id}/review`);
  await (await cell(page, 2, 'Debtor ID')).click();
  for (const [key, row] of [
    ['F8', 12],
    ['F8', 152],
    ['F8', 282],
    ['F8', 12],
    ['Shift+F8', 282],
    ['Shift+F8', 152],
  ] as const) {
    await page.keyboard.press(key);
    await expect(await cell(page, row, 'Email'), `${key} to row ${row}`).toBeFocused();
  }
});

test('F8 does not step over an error that Enter came down to', async ({ page, desk }) => {
  const rows = change(people(20), [3, 'Email', 'a'], [4, 'Email', 'b'], [5, 'Email', 'c']);
  const { id } = await reviewFile(desk, 'below.csv', csv(rows));
  await open(page, `/imports/${id}/review`);
  await (await cell(page, 2, 'Debtor ID')).click();
  for (const row of [5, 6, 7]) {
    await page.keyboard.press('F8');
    await expect(await cell(page, row, 'Email')).toBeFocused();
    await page.keyboard.type(`right${row}@example.com`);
    await page.keyboard.press('Enter');
    await expect(await cell(page, row + 1, 'Email')).toBeFocused();
  }
  await expect(chip(page, 'Errors')).toHaveText('Errors0');
});

test('an error tells what is wrong and offers what would be right', async ({ page, desk }) => {
  const text = 'Email,Country\r\nsuggest@example.com,Hollland\r\nother@example.com,NL\r\n';
  const { id } = await reviewFile(desk, 'suggestion.csv', text);
  await open(page, `/imports/${id}/review`);
  const wrong = await cell(page, 2, 'Country');
  await wrong.click();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('textbox', { name: 'Country' });
  await expect(editor).toHaveAccessibleDescription('Enter a country, like Netherlands or NL.');
  await expect(page.getByRole('button', { name: 'Use Netherlands' })).toBeVisible();
  await editor.fill('Utopia');
  await expect(editor).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');
  await expect(wrong).toBeFocused();
  await expect(wrong).toContainText('Hollland');
  await page.keyboard.press('Alt+Enter');
  await saved(page);
  await expect(wrong).not.toHaveAttribute('aria-invalid');
  await expect(chip(page, 'Errors')).toHaveText('Errors0');
  expect((await rowsOf(desk, id)).rows[0]).toMatchObject({ cells: ['suggest@example.com', 'Netherlands'] });
});

test('Ctrl+Z takes edits back and Ctrl+Shift+Z does them again', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'undo.csv', csv(people(3)));
  await open(page, `/imports/${id}/review`);
  const name = await cell(page, 2, 'Last name');
  const before = await name.textContent();
  await name.click();
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second');
  await page.keyboard.press('Enter');
  await expect(await cell(page, 3, 'Last name')).toHaveText('Second');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(await cell(page, 3, 'Last name')).toHaveText(/^Person/);
  await expect(name).toHaveText('First');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(name).toHaveText(before!);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(name).toHaveText('First');
  await page.keyboard.press('Delete');
  await expect(name).toHaveText('blank');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(name).toHaveText('First');
  await saved(page);
  await reload(page);
  await expect(name).toHaveText('First');
});

test('typing goes on while edits are being saved, and every one arrives', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'fast.csv', csv(people(20)));
  await open(page, `/imports/${id}/review`);
  const held: Route[] = [];
  let hold = true;
  await page.route('**/rows/*', (route) => {
    if (route.request().method() === 'PATCH' && hold) held.push(route);
    else void route.continue();
  });
  await (await cell(page, 2, 'Last name')).click();
  for (let row = 2; row <= 11; row += 1) {
    await page.keyboard.type(`Typed ${row}`);
    await page.keyboard.press('Enter');
  }
  await expect(await cell(page, 11, 'Last name')).toHaveText('Typed 11');
  await expect(await cell(page, 12, 'Last name')).toBeFocused();
  await expect(page.getByText('Saving 10 edits')).toBeVisible();
  expect(held.length).toBeGreaterThan(0);
  hold = false;
  for (const route of held) await route.continue();
  await saved(page);
  const { rows } = await rowsOf(desk, id);
  expect(rows.slice(0, 10).map(({ cells }) => cells[2])).toEqual(rows.slice(0, 10).map(({ row }) => `Typed ${row}`));
  expect(rows[10]?.cells[2]).toMatch(/^Person/);
});

test('the last of 20,000 rows is one key away, and rows are there after every jump', async ({ page, desk }) => {
  const { id } = await reviewFile(desk, 'large.csv', [...makeCustomers({ rows: 20_000, start: 700_000 })].join(''));
  await open(page, `/imports/${id}/review`);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '20001');
  await (await cell(page, 2, 'Email')).click();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(await cell(page, 20_001, 'Source ID')).toBeFocused();
  await expect(await cell(page, 20_001, 'Source ID')).toHaveText('ERP-00719999');
  await expect(page.getByText(/^Rows [\d,]+–20,001, 20,000 in all$/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(await cell(page, 20_001, 'Debtor ID')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(gridRow(page, 2)).toBeVisible();
  const scroller = grid(page).locator('..');
  for (const share of [0.5, 0.13, 0.87, 0.31]) {
    await scroller.evaluate((element, to) => element.scrollTo(0, element.scrollHeight * to), share);
    await expect(grid(page).getByRole('row').nth(15)).not.toHaveAttribute('aria-busy');
    await expect
      .poll(async () => Number(await grid(page).getByRole('row').nth(15).getAttribute('aria-rowindex')))
      .toBeGreaterThan(20_000 * share - 100);
    await expect(grid(page).getByRole('row').nth(15).getByRole('gridcell').nth(1)).toHaveText(/^\d+$/);
  }
  const wrong = await send(desk, 'PATCH', `/api/v1/imports/${id}/rows/15000`, { values: { email: 'nobody' } });
  expect(wrong.ok).toBe(true);
  await reload(page);
  await (await cell(page, 2, 'Email')).click();
  await page.keyboard.press('F8');
  await expect(await cell(page, 15_000, 'Email')).toBeFocused();
});
