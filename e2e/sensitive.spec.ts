/** Social security numbers: from any column to a customer of whom only the last digits are shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomerView } from '../lib/contracts/customer-api';
import { ask, rowsOf, send } from './by-api';
import { newBlock } from './data';
import { expect, test } from './fixtures';
import { cell, open, saved, submit, toMap, toReview, toSubmit, upload } from './steps';

const label = 'Social security number';

test('a column that is known by its header is protected from the start, and so are edits', async ({ page, desk }) => {
  const block = newBlock();
  const [number, other] = [String(300_000_000 + block), String(400_000_000 + block)];
  const email = `protected.${block}@example.com`;
  await upload(page, { name: 'with ssn.csv', content: `Email,SSN\n${email},${number}\n` });
  await expect(page.getByText(`•••• ${number.slice(-4)}`).first()).toBeVisible();
  await toMap(page);
  const row = page.getByRole('table', { name: 'Columns and their fields' }).getByRole('row').filter({ hasText: 'SSN' });
  await expect(row.getByRole('combobox')).toHaveValue(label);
  await expect(row.getByLabel('Protected')).toBeVisible();
  await expect(row).toContainText(`•••• ${number.slice(-4)}`);
  await toReview(page);
  const seen = await cell(page, 2, label);
  await expect(seen).toHaveText(`•••• ${number.slice(-4)}`);

  await seen.dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  await saved(page);
  await expect(seen).toHaveText(`•••• ${other.slice(-4)}`);
  await page.keyboard.press('ControlOrMeta+z');
  await saved(page);
  await expect(seen).toHaveText(`•••• ${number.slice(-4)}`);
  await toSubmit(page);
  await submit(page);

  const { customers } = await ask<{ customers: CustomerView[] }>(desk, `/api/v1/customers?q=${email}`);
  await open(page, `/customers/${customers[0]!.id}`);
  await expect(page.getByRole('region', { name: 'Identity' })).toContainText(`•••• ${number.slice(-4)}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('textbox', { name: label })).toHaveValue(`•••• ${number.slice(-4)}`);
  await page.getByRole('textbox', { name: 'First name' }).fill('Ada');
  await page.getByRole('button', { name: 'Save 1 field' }).click();
  await expect(page.getByText('Saved 1 field')).toBeVisible();

  await open(page, '/customers');
  await page.getByRole('searchbox').fill(number);
  await expect(page.getByRole('table', { name: 'Customers' })).toContainText(email);
  for (const text of [number, other]) {
    for (const name of readdirSync(desk.dataDir).filter((each) => /^(import-desk|processes)/.test(each))) {
      expect(readFileSync(join(desk.dataDir, name)).includes(text), `${text} in ${name}`).toBe(false);
    }
  }
});

test('a column that is mapped to it later is read again, protected, and the check follows by itself', async ({
  page,
}) => {
  const block = newBlock();
  const number = String(500_000_000 + block);
  await upload(page, { name: 'code.csv', content: `Email,Code\nlater.${block}@example.com,${number}\n` });
  await toMap(page);
  await page.getByRole('button', { name: 'Choose a field for column B, Code' }).click();
  await page.keyboard.type('social');
  await page.keyboard.press('Enter');
  const row = page
    .getByRole('table', { name: 'Columns and their fields' })
    .getByRole('row')
    .filter({ hasText: 'Code' });
  await expect(row).toContainText('This column will be read again, protected.');
  await toReview(page);
  await expect(await cell(page, 2, label)).toHaveText(`•••• ${number.slice(-4)}`);

  await page.getByRole('link', { name: 'Map' }).first().click();
  await expect(row.getByLabel('Protected')).toBeVisible();
  await row.getByRole('combobox').click();
  await row.getByRole('combobox').fill('Abbreviation');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(page.getByRole('alert').first()).toContainText(
    'is protected, so it can only feed Social security number',
  );
});

test('reading a file anew never opens a protected column, and puts a wrong separator right', async ({ desk }) => {
  const block = newBlock();
  const number = String(600_000_000 + block);
  const lines = (separator: string) =>
    [
      ['Email', 'First name', 'SSN'],
      [`anew.${block}@example.com`, 'Jane', number],
    ].map((cells) => cells.join(separator));
  const readAnew = async (id: number, intake: object) => {
    expect((await send(desk, 'PUT', `/api/v1/imports/${id}/intake`, intake)).status).toBe(200);
    await desk.until(id, 'mapping');
    const { rows } = await rowsOf(desk, id);
    const told = [rows, await ask(desk, `/api/v1/imports/${id}`), await ask(desk, `/api/v1/imports/${id}/intake`)];
    expect(JSON.stringify(told), JSON.stringify(intake)).not.toContain(number);
    return rows[0]!.cells;
  };
  const right = await desk.upload('anew.csv', lines(',').join('\n'));
  await desk.until(right.id, 'review');
  for (const intake of [
    { delimiter: ';', headerRow: 0 },
    { delimiter: '|', headerRow: 1 },
    { encoding: 'windows-1252' },
  ]) {
    await readAnew(right.id, intake);
  }
  expect(await readAnew(right.id, { delimiter: ',', headerRow: 1 })).toEqual([
    `anew.${block}@example.com`,
    'Jane',
    `•••• ${number.slice(-4)}`,
  ]);

  const wrong = await desk.upload('wrong.csv', lines(';').join('\n'), { delimiter: ',' });
  await desk.until(wrong.id, 'mapping');
  expect((await readAnew(wrong.id, { delimiter: ';' }))[1]).toBe('Jane');
});

test('a number in the row that is chosen for the header is shown nowhere', async ({ desk }) => {
  const content = 'jane@x.com,Jane,SSN 791-34-5678\nbob@x.com,Bob,792-34-5678\n';
  const { id } = await desk.upload('h1.csv', content, { headerRow: '1', until: 'mapping' });
  const view = await desk.until(id, 'mapping');
  expect(view.columns[2]).toMatchObject({ header: '', protected: true });
  const told = [view, await ask(desk, `/api/v1/imports/${id}/intake`), await rowsOf(desk, id)];
  expect(JSON.stringify(told)).not.toMatch(/79[12]-34-5678/);
});
