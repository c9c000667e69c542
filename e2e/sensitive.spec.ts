/** Social security numbers: from any column to a customer of whom only the last digits are shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomerView } from '../lib/contracts/customer-api';
import { ask } from './by-api';
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
