/** The main path, for each engine. */
import { commitFile, customerOf } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import {
  cell,
  chip,
  chipCount,
  grid,
  gridRow,
  importOf,
  open,
  outcomes,
  saved,
  submit,
  toMap,
  toReview,
  toSubmit,
  upload,
  uploadToReview,
} from './steps';

export function mainPath(): void {
  test('a spreadsheet becomes customers, with an error fixed by the keyboard alone', async ({ page }) => {
    const block = newBlock();
    const rows = change(people(8, block), [2, 'Email', 'jan.at.example.com']);
    await test.step('what was found is shown with evidence', async () => {
      await upload(page, { name: 'first import.csv', content: csv(rows) });
      await expect(page.getByText('Received')).toBeVisible();
      await expect(page.getByText('8 rows and 6 columns')).toBeVisible();
      await expect(page.getByRole('combobox', { name: 'Separator' })).toHaveValue('Comma ,');
      await expect(page.getByRole('region', { name: 'Top of the file' })).toContainText(`Person ${block + 1}`);
    });
    await test.step('columns are matched and can be looked at', async () => {
      await toMap(page);
      await expect(page.getByRole('combobox', { name: 'Field for column D, Email' })).toHaveValue('Email');
      await expect(page.getByText('Every required field has a column.')).toBeVisible();
      await toReview(page);
    });
    await test.step('the summary takes the focus and leads to the cell', async () => {
      const summary = page.getByRole('region', { name: 'Errors' });
      await expect(summary).toBeFocused();
      await expect(summary).toContainText('1 row to fix');
      expect(await chipCount(page, 'Errors')).toBe(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const wrong = await cell(page, 4, 'Email');
      await expect(wrong).toBeFocused();
      await expect(wrong).toHaveAttribute('aria-invalid', 'true');
      await expect(wrong).toHaveAccessibleDescription('Enter an email address like name@example.com.');
    });
    await test.step('the keyboard puts it right', async () => {
      await page.keyboard.press('F2');
      await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(`jan.${block}@example.com`);
      await page.keyboard.press('Enter');
      await saved(page);
      await expect(await cell(page, 4, 'Email')).not.toHaveAttribute('aria-invalid');
      await expect(chip(page, 'Errors')).toHaveText('Errors0');
      expect(await chipCount(page, 'Create')).toBe(8);
    });
    await test.step('button, plan and report say the same numbers', async () => {
      await expect(page.getByRole('link', { name: 'Import 8 customers' })).toBeVisible();
      await toSubmit(page);
      await expect(page.getByRole('heading', { name: 'Import 8 customers' })).toBeVisible();
      await expect(page.getByText('8 are new. No row stays behind.')).toBeVisible();
      await submit(page);
      await expect(page.getByRole('heading', { name: '8 customers imported' })).toBeVisible();
      expect(await outcomes(page)).toMatchObject({ created: 8, failed: 0, sum: 8 });
    });
    await test.step('the customer says where it came from', async () => {
      const importId = importOf(page);
      await page.getByRole('link', { name: `Person ${block + 3}` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`Person ${block + 3}`);
      await expect(page.getByRole('link', { name: `jan.${block}@example.com` })).toBeVisible();
      const history = page.getByRole('region', { name: 'History' });
      await expect(history).toContainText('Created by first import.csv');
      await expect(history.getByRole('link', { name: 'row 4' })).toHaveAttribute('href', `/imports/${importId}`);
    });
  });

  test('the same file again changes nothing and says so', async ({ page, desk }) => {
    const file = { name: 'again.csv', content: csv(people(5)) };
    await commitFile(desk, file.name, file.content);
    await uploadToReview(page, file);
    await expect(chip(page, 'Unchanged')).toHaveText('Unchanged5');
    await expect(chip(page, 'Create')).toHaveText('Create0');
    await expect(page.getByRole('button', { name: '5 rows stay behind' })).toBeVisible();
    await page.getByRole('link', { name: 'Finish without changes' }).click();
    await page.waitForURL(/\/commit$/);
    await expect(page.getByText('No customer is created or updated. 5 rows stay behind.')).toBeVisible();
    await submit(page);
    await expect(page.getByRole('heading', { name: 'All 5 customers were up to date' })).toBeVisible();
    expect(await outcomes(page)).toMatchObject({ created: 0, updated: 0, unchanged: 5, sum: 5 });
  });

  test('a file with some cells changed shows old and new, and changes only those fields', async ({ page, desk }) => {
    const block = newBlock();
    const before = people(5, block);
    await commitFile(desk, 'before.csv', csv(before));
    const created = await customerOf(desk, block + 2);

    const rows = change(before, [1, 'City', 'Delft'], [3, 'Email', `new.${block}@example.com`], [4, 'Phone', '']);
    await uploadToReview(page, { name: 'after.csv', content: csv(rows) });
    await expect(chip(page, 'Update')).toHaveText('Update2');
    await expect(chip(page, 'Unchanged')).toHaveText('Unchanged3');
    await chip(page, 'Update').click();
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
    await expect(await cell(page, 3, 'City')).toHaveText(/Haarlem.*Delft/);
    await expect(gridRow(page, 3).getByLabel('becomes')).toHaveCount(1);
    await expect(await cell(page, 5, 'Email')).toContainText(`new.${block}@example.com`);

    await toSubmit(page);
    const changes = page.getByRole('table').filter({ hasText: 'Cleared' });
    await expect(changes.getByRole('row', { name: /Billing · City/ })).toContainText('1');
    await submit(page);
    expect(await outcomes(page)).toMatchObject({ updated: 2, unchanged: 3, created: 0, sum: 5 });
    const line = page.getByRole('row').filter({ hasText: `person.${block + 2}@example.com` });
    await expect(line).toContainText(/Haarlem.*Delft/);

    const updated = await customerOf(desk, block + 2);
    const { version, updatedAt, lastChange, changes: both } = updated;
    const addresses = [{ ...created.addresses[0]!, city: 'Delft' }];
    expect(updated).toEqual({ ...created, addresses, version, updatedAt, lastChange, changes: both });
    expect(version).toBe(created.version + 1);
    expect((await customerOf(desk, block + 5)).phone, 'a blank cell keeps what was there').toBe(before[4]![4]);

    await line.getByRole('link').click();
    const history = page.getByRole('region', { name: 'History' });
    await expect(history).toContainText('Updated by after.csv');
    await expect(history.getByRole('listitem').first()).toContainText(/Haarlem.*Delft/);
  });

  test('a customer changed by hand between review and submit is not overwritten', async ({ page, desk, context }) => {
    const block = newBlock();
    const before = people(3, block);
    await commitFile(desk, 'known.csv', csv(before));
    const { id: customer } = await customerOf(desk, block + 1);

    const rows = change(before, [0, 'City', 'Delft'], [1, 'City', 'Delft']);
    await uploadToReview(page, { name: 'late.csv', content: csv(rows) });
    await toSubmit(page);

    const second = await context.newPage();
    await open(second, `/customers/${customer}`);
    await second.getByRole('button', { name: 'Edit' }).click();
    await second.getByRole('group', { name: 'Billing' }).getByLabel('City').fill('Leiden');
    await second.getByRole('button', { name: 'Save 1 field' }).click();
    await expect(second.getByText('Saved 1 field')).toBeVisible();

    await submit(page);
    expect(await outcomes(page)).toMatchObject({ updated: 1, unchanged: 1, conflict: 1, sum: 3 });
    await expect(page.getByText('1 row is in conflict.')).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: `person.${block + 1}@` })).toContainText(
      'Nothing was overwritten',
    );
    expect((await customerOf(desk, block + 1)).addresses[0]!.city).toBe('Leiden');
    expect((await customerOf(desk, block + 2)).addresses[0]!.city).toBe('Delft');
  });
}
