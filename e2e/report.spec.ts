import type { Download, Page } from '@playwright/test';
import { commitFile, customerOf, reviewFile, rowsOf, send } from './by-api';
import { change, csv, headers, newBlock, parseCsv, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { chip, chipCount, open, outcomes } from './steps';

/** A committed import with created, updated, unchanged, skipped and failed rows. */
const everyOutcome = async (desk: Desk, block: number) => {
  const known = people(3, block);
  await commitFile(desk, 'before.csv', csv(known));
  const rows = change(
    [...known, ...people(60, block + 100)],
    [0, 'City', 'Delft'],
    [4, 'Email', 'nobody'],
    [6, 'Email', 'no one'],
    [10, 'Phone', '12'],
  );
  const { id } = await reviewFile(desk, 'every outcome.csv', csv(rows));
  await send(desk, 'PATCH', `/api/v1/imports/${id}/rows/10`, { excluded: true });
  return desk.commit(id);
};

const textOf = async (download: Download): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const downloadBy = async (page: Page, link: string) => {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const download = await started;
  return { name: download.suggestedFilename(), text: await textOf(download) };
};

test('the outcomes sum to the rows of the file, in table, chips and rows', async ({ page, desk }) => {
  const { id } = await everyOutcome(desk, newBlock());
  await open(page, `/imports/${id}/report`);
  await expect(page.getByRole('heading', { name: '58 customers imported' })).toBeVisible();
  await expect(page.getByText('2 rows failed.')).toBeVisible();
  const counts = { created: 57, updated: 1, unchanged: 2, skipped: 1, conflict: 0, failed: 2 };
  expect(await outcomes(page)).toEqual({ ...counts, sum: 63 });
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(63);
  for (const [outcome, count] of Object.entries(counts)) expect(await chipCount(page, outcome)).toBe(count);
  const causes = page.getByRole('table', { name: 'What stopped 2 rows' });
  await expect(causes.getByRole('row')).toHaveText(/2.*Enter an email address like name@example.com.*Email/);
});

test('rows are filtered, searched and turned, and the address keeps it', async ({ page, desk }) => {
  const block = newBlock();
  const { id } = await everyOutcome(desk, block);
  await open(page, `/imports/${id}/report`);
  const rows = page.getByRole('region', { name: 'Rows' });
  const numbers = () => rows.getByRole('row').getByRole('cell').first().allTextContents();
  await expect(rows.getByText('1–50 of 63')).toBeVisible();
  await rows.getByRole('button', { name: 'Later rows' }).click();
  await expect(rows.getByText('51–63 of 63')).toBeVisible();
  await expect(rows.getByRole('button', { name: 'Later rows' })).toBeDisabled();

  await chip(page, 'failed').click();
  await expect(page).toHaveURL(/outcome=failed/);
  await expect(rows.getByRole('row')).toHaveCount(3);
  await expect(rows.getByRole('row').nth(1)).toContainText(/^6failed.*nobody.*Email: Enter an email address/);
  await page.reload();
  await expect(rows.getByRole('row')).toHaveCount(3);

  await chip(page, 'All').click();
  await page.getByRole('searchbox', { name: 'Find in rows' }).fill(`person.${block + 107}@`);
  await expect(page).toHaveURL(/q=person/);
  await expect(rows.getByRole('row')).toHaveCount(2);
  expect(await numbers()).toEqual(['11']);
  await page.getByRole('searchbox', { name: 'Find in rows' }).fill('nowhere at all');
  await expect(page.getByRole('heading', { name: 'No row holds “nowhere at all”' })).toBeVisible();
});

test('the report downloads with what happened to every row', async ({ page, desk }) => {
  const block = newBlock();
  const { id } = await everyOutcome(desk, block);
  await open(page, `/imports/${id}/report`);
  const { name, text } = await downloadBy(page, 'Download report');
  expect(name).toBe('every outcome report.csv');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [head, ...lines] = parseCsv(text);
  expect(head!.slice(6)).toEqual([
    'Import Desk row',
    'Import Desk outcome',
    'Import Desk customer',
    'Import Desk reason',
    'Import Desk warnings',
  ]);
  expect(lines.map((line) => Number(line[6]))).toEqual(Array.from({ length: 63 }, (_, at) => at + 2));
  expect(lines[0]!.slice(6)).toEqual(['2', 'updated', String((await customerOf(desk, block + 1)).id), '', '']);
  expect(lines[4]!.slice(6)).toEqual(['6', 'failed', '', 'Email: Enter an email address like name@example.com.', '']);
  expect(lines[8]!.slice(6)).toEqual(['10', 'skipped', '', 'Left out by hand.', '']);
  expect(lines[10]!.at(-1)).toMatch(/^Phone: /);
  const xlsx = await downloadBy(page, 'Report as XLSX');
  expect(xlsx.name).toBe('every outcome report.xlsx');
  expect(xlsx.text.startsWith('PK')).toBe(true);
});

test('failed rows download in the layout of the file, and can be repaired and uploaded', async ({ page, desk }) => {
  const block = newBlock();
  const rows = change(people(3, block), [1, 'Email', 'nobody']);
  const text = csv(rows, headers, ';');
  const { id } = await commitFile(desk, 'semicolons.csv', text);
  await open(page, `/imports/${id}/report`);
  const download = await downloadBy(page, 'Download 1 failed row');
  expect(download.name).toBe('semicolons failed rows.csv');
  expect(download.text).toContain(';');
  const [head, ...lines] = parseCsv(download.text, ';');
  expect(head).toEqual([...headers, 'Import Desk reason']);
  const [failed] = lines;
  expect(lines).toHaveLength(1);
  expect(failed!.slice(0, 4)).toEqual(rows[1]!.slice(0, 4));
  expect(failed!.at(-1)).toBe('Email: Enter an email address like name@example.com.');

  const repaired = await commitFile(desk, download.name, download.text.replace('nobody', `fixed.${block}@example.com`));
  expect(repaired.totals.outcomes).toMatchObject({ created: 1, failed: 0 });
  const customer = await customerOf(desk, block + 2);
  expect(customer).toMatchObject({ email: `fixed.${block}@example.com`, phone: rows[1]![4] });
});

test('what a spreadsheet program would run is stored as it came and neutralised in downloads', async ({ desk }) => {
  const block = newBlock();
  const leads = ['=1+1', '+SUM(A1)', '-2+3', '@home', "'=quoted", '＝wide', "'plain", 'a=b'];
  const rows = leads.map((lead, at) =>
    people(1, block + at)[0]!
      .with(2, lead)
      .with(3, at < 4 ? 'nobody' : `lead${at}.${block}@example.com`),
  );
  const { id } = await commitFile(desk, 'leads.csv', csv(rows));
  const stored = (await rowsOf(desk, id)).rows.map(({ cells }) => cells[2]);
  expect(stored).toEqual(leads);
  expect((await customerOf(desk, block + 5)).lastName).toBe("'=quoted");

  const neutral = ["'=1+1", "'+SUM(A1)", "'-2+3", "'@home", "''=quoted", "'＝wide", "'plain", 'a=b'];
  const all = await (await desk.call(`/api/v1/imports/${id}/report?rows=all`)).text();
  expect(
    parseCsv(all)
      .slice(1)
      .map((line) => line[2]),
  ).toEqual(neutral);
  expect(parseCsv(all)[1]![4], 'a phone with a plus is neutralised too').toBe(`'${rows[0]![4]}`);
  const failed = await (await desk.call(`/api/v1/imports/${id}/report?rows=failed`)).text();
  expect(
    parseCsv(failed)
      .slice(1)
      .map((line) => line[2]),
  ).toEqual(neutral.slice(0, 4));

  const again = await reviewFile(desk, 'leads again.csv', all);
  expect(
    (await rowsOf(desk, again.id)).rows.map(({ cells }) => cells[2]),
    'the report imports to equal values',
  ).toEqual(leads);
  expect(again.totals.dispositions).toMatchObject({ unchanged: 4, create: 0, update: 0 });
});
