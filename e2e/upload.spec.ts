import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from './by-api';
import { csv, newBlock, parseCsv, people } from './data';
import { expect, test } from './fixtures';
import { chooseFile, importOf, open, upload } from './steps';

/** Chooses a file that the page itself refuses. */
const choose = async (page: Page, name: string, content = 'x') => {
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).first().click();
  await (await dialog).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
};

test('formats, limits and a template are there before a file is chosen', async ({ page }) => {
  await open(page, '/imports/new');
  const aside = page.getByRole('complementary', { name: 'Before you choose a file' });
  await expect(aside).toContainText('CSV, TSV, XLSX');
  await expect(aside).toContainText('512 MB, 1,048,576 rows, 500 columns');
  await expect(aside).toContainText('Nothing is written to your customers before you submit.');
  const download = page.waitForEvent('download');
  await aside.getByRole('link', { name: 'Download a template' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('customers template.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  expect(parseCsv(Buffer.concat(chunks).toString('utf8'))[0]).toContain('email');
});

for (const key of ['Enter', 'Space']) {
  test(`the drop zone has a button that works by keyboard: ${key}`, async ({ page }) => {
    // Listened for from the start: a key is faster than the browser learns that somebody waits for its dialog.
    const dialog = page.waitForEvent('filechooser');
    await open(page, '/imports');
    await page.getByRole('button', { name: 'Choose a file' }).first().focus();
    await page.keyboard.press(key);
    expect((await dialog).isMultiple()).toBe(false);
  });
}

test('a file can be dropped anywhere on the page', async ({ page }) => {
  await open(page, '/imports/new');
  const name = `dropped ${newBlock()}.csv`;
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], fileName!, { type: 'application/vnd.ms-excel' }));
      return transfer;
    },
    [name, csv(people(2))],
  );
  await page.locator('body').dispatchEvent('dragenter', { dataTransfer: data });
  const zone = page.getByText('Let go to upload the file');
  await expect(zone).toBeVisible();
  await zone.dispatchEvent('drop', { dataTransfer: data });
  await page.waitForURL(/\/intake$/);
  await expect(page.getByText('2 rows and 6 columns')).toBeVisible();
});

test('what is no spreadsheet is refused at once, and the button has the focus back', async ({ page }) => {
  await open(page, '/imports/new');
  const refusals = {
    'photo.png': 'photo.png is not a spreadsheet. Choose a CSV, TSV or XLSX file.',
    'old.XLS': 'old.XLS is an old Excel file. Save it as XLSX and upload that.',
    'sheet.ods': 'sheet.ods is an OpenDocument file. Save it as XLSX or CSV and upload that.',
  };
  for (const [name, words] of Object.entries(refusals)) {
    await choose(page, name);
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  }
  await choose(page, 'nothing.csv', '');
  await expect(page.getByText('nothing.csv is empty. Choose a file with a header and rows.')).toBeVisible();
  await expect(page).toHaveURL(/\/imports\/new$/);
});

test('a file above the limit is refused before it is sent', async ({ page, desk }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Blob.prototype, 'size', { get: () => 600 * 1024 * 1024 });
  });
  await open(page, '/imports/new');
  const name = `huge ${newBlock()}.csv`;
  await choose(page, name);
  await expect(page.getByText(`${name} is 600 MB. The limit is 512 MB. Split it into two files.`)).toBeVisible();
  expect(await ask(desk, `/api/v1/imports?q=${encodeURIComponent(name)}`)).toMatchObject({ imports: [] });
});

test('an upload shows name, size, percent and speed, and can be cancelled', async ({ page, desk }) => {
  const name = `slow ${newBlock()}.csv`;
  await open(page, '/imports/new');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  });
  await chooseFile(page, { name, content: Buffer.alloc(3 * 1024 * 1024, 'name,email\r\n') });
  const card = page.getByRole('region', { name: `Upload of ${name}` });
  await expect(card).toContainText(name);
  await expect(card).toContainText('of 3 MB');
  await expect(card).toContainText(/[1-9]\d? %/, { timeout: 30_000 });
  await expect(card).toContainText(/ KB\/s/);
  await expect(card.getByRole('progressbar')).toBeVisible();
  const cancel = card.getByRole('button', { name: 'Cancel' });
  await expect(cancel).toBeFocused();
  await cancel.click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  expect(await ask(desk, `/api/v1/imports?q=${encodeURIComponent(name)}`)).toMatchObject({ imports: [] });
  await expect
    .poll(async () => (await readdir(join(desk.dataDir, 'uploads'))).filter((file) => file.endsWith('.part')))
    .toEqual([]);
});

test('a file that is something else inside is named for what it is', async ({ page }) => {
  for (const [name, content, words] of [
    ['really.csv', '%PDF-1.7 and more', 'really.csv is a PDF, not a spreadsheet. Choose a CSV, TSV or XLSX file.'],
    ['page.csv', '<!doctype html><table><tr><td>1</td></tr></table>', 'page.csv is a web page, not a spreadsheet.'],
    ['damaged.xlsx', 'PK\x03\x04 and nothing more', 'damaged.xlsx is damaged'],
  ] as const) {
    await open(page, '/imports/new');
    await chooseFile(page, { name, content });
    await page.waitForURL(/\/intake$/);
    await expect(page.getByRole('alert').filter({ hasText: `${name} could not be read` })).toContainText(words);
    await expect(page.getByRole('button', { name: 'Upload again' })).toBeVisible();
  }
});

test('a file without rows stays on the page, so that the header row can be changed', async ({ page, desk }) => {
  await upload(page, { name: 'header only.csv', content: 'Name,Email\r\n\r\n' });
  await expect(page.getByRole('alert').filter({ hasText: 'No rows' })).toContainText(
    'There is no row below the header.',
  );
  await expect(page.getByRole('button', { name: 'Map 2 columns' })).toBeDisabled();
  await page.goto(`/imports/${importOf(page)}/map`);
  await expect(page).toHaveURL(/\/intake$/);
  await page.getByRole('combobox', { name: 'Header row' }).click();
  await page.getByRole('option', { name: 'No header row' }).click();
  await expect(page.getByRole('link', { name: 'Map 2 columns' })).toBeVisible();
  expect((await desk.until(importOf(page), 'mapping')).totals.rows).toBe(1);
});

test('a file can be replaced by another, and an import be cancelled', async ({ page, desk }) => {
  const first = await upload(page, { name: 'wrong file.csv', content: csv(people(1)) });
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Replace the file' }).click();
  await (await dialog).setFiles({ name: 'right file.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(people(2))) });
  await expect(page.getByText('2 rows and 6 columns')).toBeVisible();
  expect(importOf(page)).not.toBe(first);
  await desk.until(first, 'cancelled');

  const second = importOf(page);
  await page.getByRole('button', { name: 'Cancel import' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel the import of right file.csv?' });
  await expect(question.getByRole('button', { name: 'Keep the import' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: 'Cancel import' }).click();
  await question.getByRole('button', { name: 'Cancel the import' }).click();
  await page.waitForURL(/\/imports$/);
  await desk.until(second, 'cancelled');
});
