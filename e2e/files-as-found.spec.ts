import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildWorkbook, textRow, workbook } from '../lib/intake/testing/build-workbook';
import { ask, rowsOf } from './by-api';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { cell, importOf, open, saved, toMap, toReview, upload, uploadToReview } from './steps';

const preview = (page: Page) => page.getByRole('region', { name: 'Top of the file' });
const fact = (page: Page, name: string) => page.getByRole('combobox', { name });
const file = (name: string) => ({ name, content: readFileSync(new URL(`files/${name}`, import.meta.url)) });

const choose = async (page: Page, name: string, option: string) => {
  await fact(page, name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('a semicolon file in Windows-1252 is read right, and asked about', async ({ page, desk }) => {
  await upload(page, file('semicolon-windows-1252.csv'));
  await expect(fact(page, 'Separator')).toHaveValue('Semicolon ;');
  await expect(fact(page, 'Text encoding')).toHaveValue('Windows-1252, Western');
  await expect(preview(page)).toContainText('Zoë Müller');
  await expect(preview(page)).toContainText('€ 1');
  const question = page.getByRole('group').filter({ hasText: 'Are letters like é and ü right in the rows below?' });
  await question.getByRole('button', { name: 'Choose another text encoding' }).click();
  await expect(fact(page, 'Text encoding')).toBeFocused();
  await question.getByRole('button', { name: 'The letters are right' }).click();
  await expect(question).toBeHidden();
  await toMap(page);
  await toReview(page);
  const { rows } = await rowsOf(desk, importOf(page));
  expect(rows.map(({ cells }) => cells[1])).toEqual(['Zoë Müller', 'José García']);
});

test('title lines above the header are found, and another header row can be chosen', async ({ page }) => {
  await upload(page, file('title-lines.csv'));
  await expect(fact(page, 'Header row')).toHaveValue('Row 4');
  await expect(page.getByText('2 rows and 3 columns')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Map 3 columns' })).toBeVisible();
  await choose(page, 'Header row', 'Row 1');
  await expect(fact(page, 'Header row')).toHaveValue('Row 1');
  await expect(page.getByText('4 rows and')).toBeVisible();
});

test('UTF-16 is read right without a question', async ({ page }) => {
  await upload(page, file('utf-16-tabs.csv'));
  await expect(fact(page, 'Text encoding')).toHaveValue('UTF-16 LE');
  await expect(fact(page, 'Separator')).toHaveValue('Tab');
  await expect(preview(page)).toContainText('Łukasz Żółty');
  await expect(page.getByText('Are letters like é and ü right')).toBeHidden();
});

test('leading zeros, long numbers and text that looks like a formula stay as they are', async ({ page, desk }) => {
  const id = await uploadToReview(page, file('zeros-and-long-numbers.csv'));
  const { rows } = await rowsOf(desk, id);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['007', '1234567890123456789', '1E5', 'zeros@example.com', '=1+1'],
    ['0', '0000', 'TRUE', 'truth@example.com', '@home'],
  ]);
});

test('a workbook opens at its first visible sheet, and another can be chosen', async ({ page }) => {
  const content = await buildWorkbook([textRow(1, 'Name', 'Email'), textRow(2, 'Ada', 'ada@example.com')].join(''), {
    'xl/workbook.xml': workbook(
      '<sheet name="Notes" sheetId="1" r:id="rId1" state="hidden"/><sheet name="Customers" sheetId="2" r:id="rId2"/>',
    ),
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${[
      textRow(1, 'Company', 'Email', 'City'),
      textRow(2, 'Zonen', 'zonen@example.com', 'Delft'),
      textRow(3, 'Bakker', 'bakker@example.com', 'Leiden'),
    ].join('')}</sheetData></worksheet>`,
  });
  await upload(page, { name: 'two sheets.xlsx', content });
  await expect(fact(page, 'Sheet')).toHaveValue('Customers');
  await expect(page.getByText('2 rows and 3 columns')).toBeVisible();
  await choose(page, 'Sheet', 'Notes (hidden)');
  await expect(page.getByText('1 row and 2 columns')).toBeVisible();
  await expect(preview(page)).toContainText('Ada');
});

test('a row with a broken quotation mark is one row to fix, not the end of the file', async ({ page, desk }) => {
  const id = await uploadToReview(page, file('unterminated-quote.csv'));
  const view = await desk.until(id, 'review');
  expect(view.totals.states.error).toBeGreaterThan(0);
  const { total, rows } = await rowsOf(desk, id, 'issue=malformed_row');
  expect(total).toBe(1);
  await expect(await cell(page, rows[0]!.row, 'Status')).toContainText('Error');
});

test('reading anew keeps edits, and lists first those that would be lost', async ({ page, desk }) => {
  const block = newBlock();
  const id = await uploadToReview(page, { name: 'edited.csv', content: csv(people(3, block)) });
  await (await cell(page, 3, 'Last name')).click();
  await page.keyboard.type('Kept by hand');
  await page.keyboard.press('Enter');
  await saved(page);

  await open(page, `/imports/${id}/intake`);
  await choose(page, 'Text encoding', 'Windows-1252, Western');
  await expect(fact(page, 'Text encoding')).toHaveValue('Windows-1252, Western');
  const cells = async () => (await rowsOf(desk, id)).rows.find(({ row }) => row === 3)?.cells;
  await desk.until(id, 'mapping').catch(() => desk.until(id, 'review'));
  expect((await cells())?.[2]).toBe('Kept by hand');

  await choose(page, 'Separator', 'Tab');
  const question = page.getByRole('dialog', { name: '1 edit would be lost' });
  await expect(question.getByRole('row', { name: /3.*Kept by hand/ })).toBeVisible();
  await question.getByRole('button', { name: 'Leave as it was' }).click();
  await expect(fact(page, 'Separator')).toHaveValue('Comma ,');
  expect((await cells())?.[2]).toBe('Kept by hand');

  await choose(page, 'Separator', 'Tab');
  await question.getByRole('button', { name: 'Read anew and lose 1 edit' }).click();
  await expect(fact(page, 'Separator')).toHaveValue('Tab');
  await expect(page.getByText('3 rows and 1 column')).toBeVisible();
  expect(await ask(desk, `/api/v1/imports/${id}`)).toMatchObject({ file: { delimiter: '\t' } });
});
