/** The pages of the API: Swagger UI from our own files, under our policy. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { operations } from '../lib/contracts/openapi/document';
import { pageOf } from './as-somebody';
import { newBlock } from './data';
import { expect, test } from './fixtures';

/** Of Swagger UI 5.35 itself: its colours, its headings, its lists without a name, and controls in the head of an operation. */
const theirs = ['color-contrast', 'heading-order', 'nested-interactive', 'region', 'select-name'];

const faultsOf = async (axe: AxeBuilder, left: string[] = []) => {
  const { violations } = await axe
    .options({ resultTypes: ['violations'] })
    .disableRules(left)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' | ')}`);
};

const show = async (page: Page, id: string) => {
  const operation = page.locator('.opblock').filter({ has: page.getByText(id, { exact: true }) });
  await operation.getByText(id, { exact: true }).click();
  return operation;
};

test('everybody can read the API, in light and dark, and nothing comes from elsewhere', async ({ browser, desk }) => {
  const page = await pageOf(browser, desk);
  const told: string[] = [];
  const asked = new Set<string>();
  page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => told.push(error.message));
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/docs/api');
  for (const { id } of operations) await expect(page.getByText(id, { exact: true })).toBeVisible();
  const operation = await show(page, 'bulkUpsertById');
  await expect(operation.getByText('idempotency-key')).toBeVisible();
  expect(told).toEqual([]);
  expect([...asked]).toEqual([desk.baseUrl]);
  expect(await faultsOf(new AxeBuilder({ page }).include('.swagger-ui'), theirs)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await faultsOf(new AxeBuilder({ page }).exclude('.swagger-ui')), colorScheme).toEqual([]);
  }
});

test('who is signed in can try the API with their session, and whoever has a key with it', async ({
  page,
  browser,
  desk,
}) => {
  await page.goto('/docs/api');
  const own = await show(page, 'bulkUpsertBySourceId');
  await own.getByRole('button', { name: 'Try it out' }).click();
  const customers = [{ source: 'tried', sourceId: String(newBlock()) }];
  await own.getByRole('textbox').last().fill(JSON.stringify({ customers }));
  await own.getByRole('button', { name: 'Execute' }).click();
  await expect(own.locator('.live-responses-table').getByText('"lookupKey"')).toBeVisible();

  const stranger = await pageOf(browser, desk);
  await stranger.goto('/docs/api');
  const key = (await desk.admin(['create-key', '--name', 'Tried', '--scope', 'imports:read'])).trim();
  await stranger.getByRole('button', { name: 'Authorize' }).click();
  await stranger.screenshot({ path: test.info().outputPath('authorize.png') });
  const given = stranger.locator('.auth-container').filter({ hasText: 'x-api-key' });
  await given.getByRole('textbox').fill(key);
  await given.getByRole('button', { name: 'Apply credentials' }).click();
  await given.getByRole('button', { name: 'Close' }).click();
  const list = await show(stranger, 'listImports');
  await list.getByRole('button', { name: 'Try it out' }).click();
  await list.getByRole('button', { name: 'Execute' }).click();
  await expect(list.locator('.live-responses-table').getByText('"nextCursor"')).toBeVisible();
});
