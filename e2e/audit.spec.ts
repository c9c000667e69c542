/** The audit log: what stands in it, finding something in it, and having it as a file. */
import { readFile } from 'node:fs/promises';
import type { AuditView } from '../lib/contracts/audit-api';
import { callAs, somebody } from './as-somebody';
import { ask, expectProblem, reviewFile } from './by-api';
import { csv, people } from './data';
import { expect, test } from './fixtures';
import { open } from './steps';

type Page = { entries: AuditView[]; nextCursor: string | null };

test('what people do is in the log, newest first, filtered by the address, and leads to the object', async ({
  page,
  desk,
}) => {
  const me = await somebody(desk, 'editor', 'Aud');
  const upload = { method: 'POST', body: csv(people(1)) };
  const ids: number[] = [];
  for (const name of ['one.csv', 'two.csv'])
    ids.push((await (await callAs(desk, me, `/api/v1/imports?fileName=${name}`, upload)).json()).id);
  await open(page, '/settings/audit');
  const rows = page.getByRole('table', { name: 'Audit log' }).locator('tbody').getByRole('row');
  await page.getByRole('combobox', { name: 'Who' }).fill(me.name);
  await page.getByRole('option', { name: me.name }).click();
  await expect(rows).toHaveText([/Uploaded a file/, /Uploaded a file/, /Signed in/]);
  await page.getByRole('combobox', { name: 'What' }).fill('Uploaded');
  await page.getByRole('option', { name: 'Uploaded a file' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'On' }).click();
  await page.getByRole('option', { name: 'Import', exact: true }).click();
  await page.getByLabel('Its ID').fill(String(ids[0]));
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who' })).toHaveValue(me.name);
  await expect(rows).toHaveCount(1);
  const today = await page.evaluate(() => new Date().toLocaleDateString('en-CA'));
  await page.getByLabel('From').fill(today);
  await page.getByLabel('To').fill(today);
  await expect(page).toHaveURL(/to=/);
  await expect(page.getByLabel('To')).toHaveValue(today);
  await expect(rows).toHaveCount(1);
  await page.getByLabel('To').fill('');
  await page.getByLabel('From').fill('2999-01-01');
  await expect(page.getByRole('heading', { name: 'No entry fits the filter' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/\/settings\/audit$/);
  await open(page, `/settings/audit?objectKind=import&objectId=${ids[0]}`);
  await rows
    .first()
    .getByRole('link', { name: `Import ${ids[0]}` })
    .click();
  await page.waitForURL(new RegExp(`/imports/${ids[0]}/`));
});

test('the log is read page by page, each entry once', async ({ page, desk }) => {
  const me = await somebody(desk, 'editor', 'Pager');
  const { id } = await reviewFile(desk, 'pages.csv', csv(people(70)));
  for (let row = 2; row < 62; row += 1) {
    const answer = await callAs(desk, me, `/api/v1/imports/${id}/rows/${row}`, {
      method: 'PATCH',
      body: '{"excluded":true}',
    });
    expect(answer.status).toBe(200);
  }
  const filter = `actor=${encodeURIComponent(me.name)}&action=rows_edited`;
  const seen: number[] = [];
  for (let cursor = ''; ; ) {
    const { entries, nextCursor } = await ask<Page>(desk, `/api/v1/audit?${filter}&limit=7${cursor}`);
    seen.push(...entries.map((entry) => entry.id));
    if (nextCursor === null) break;
    cursor = `&cursor=${nextCursor}`;
  }
  expect(seen).toHaveLength(60);
  expect(seen).toEqual([...new Set(seen)].sort((one, other) => other - one));
  await open(page, `/settings/audit?${filter}`);
  const rows = page.getByRole('table', { name: 'Audit log' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(50);
  await page.getByRole('link', { name: 'Older entries' }).click();
  await expect(rows).toHaveCount(10);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(rows).toHaveCount(50);
});

test('the file holds what fits the filter, harmless for a spreadsheet, and is itself in the log', async ({
  page,
  desk,
}) => {
  const me = await somebody(desk, 'viewer', '=HYPERLINK("x")');
  await open(page, `/settings/audit?actor=${encodeURIComponent(me.name)}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('audit log.csv');
  const text = await readFile(await file.path(), 'utf8');
  const lines = text.replace('\ufeff', '').trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"\'=HYPERLINK(""x"")');
  expect(lines[1]).toContain('Signed in,signed_in');
  const { entries } = await ask<Page>(desk, '/api/v1/audit?action=audit_exported');
  expect(entries[0]).toMatchObject({
    actor: { kind: 'person', name: 'Ada Admin' },
    details: { format: 'csv', actor: 'given' },
  });
  await expectProblem(await callAs(desk, me, '/api/v1/audit?format=csv'), 403, 'not_allowed');
  await expectProblem(await desk.call('/api/v1/audit?action=nothing'), 400, 'does_not_fit');
});
