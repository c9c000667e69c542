/** What a viewer, an editor and an administrator find on the pages, and what becomes of a page whose session is over. */
import type { Page } from '@playwright/test';
import { callAs, pageOf, somebody } from './as-somebody';
import { axe } from './axe';
import { commitFile, customerOf, reviewFile } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { cell, grid, open } from './steps';

const settings = ['People', 'API keys', 'Attributes', 'Retention', 'Audit log'];
const signedOut = (page: Page) => expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();

/** An import at each step and a customer. */
const filled = async (desk: Desk) => {
  const block = newBlock();
  const committed = await commitFile(desk, 'roles.csv', csv(people(2, block)));
  const review = await reviewFile(desk, 'to review.csv', csv(change(people(5, block + 50), [3, 'Email', 'nobody'])));
  const { id: mapping } = await desk.upload('to map.csv', csv(people(2, block)), { until: 'mapping' });
  await desk.until(mapping, 'mapping');
  const { id } = await desk.upload('broken.xlsx', 'PK\x03\x04 and nothing more');
  return { block, committed: committed.id, review: review.id, mapping, failed: id };
};

test('a viewer reads every step, and finds nothing that would be refused', async ({ browser, desk }) => {
  const ids = await filled(desk);
  const me = await somebody(desk, 'viewer');
  const page = await pageOf(browser, desk, me.cookie);
  const none = async (...names: (string | RegExp)[]) => {
    for (const name of names) {
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
    }
    await expect(page.locator('input[type=file]')).toHaveCount(0);
  };
  await open(page, '/imports');
  await expect(page.getByRole('table')).toBeVisible();
  await none('Choose a file', /^Upload again/, /^Continue/, ...settings);
  await open(page, `/imports/${ids.failed}/intake`);
  await expect(page.getByText('broken.xlsx could not be read')).toBeVisible();
  await none('Upload again');
  await open(page, `/imports/${ids.mapping}/intake`);
  await expect(page.getByRole('heading', { name: 'What we found in your file' })).toBeVisible();
  await none('Replace the file', 'Cancel import', /^Map \d/);
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await axe(page);
  await open(page, `/imports/${ids.mapping}/map`);
  await expect(page.getByRole('table', { name: 'Columns and their fields' })).toBeVisible();
  await none(/^Check \d/, /^Choose a field/);
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await axe(page);
  await open(page, `/imports/${ids.review}/commit`);
  await expect(page.getByText('An editor or an administrator can submit this import.')).toBeVisible();
  await none(/^Import \d/);
  await open(page, `/customers/${(await customerOf(desk, ids.block + 1)).id}?edit=true`);
  await expect(page.getByRole('heading', { name: 'Identity' })).toBeVisible();
  await none('Edit', /^Save/);
  await open(page, '/customers');
  await none('Import customers');
  for (const path of [
    '/imports/new',
    '/settings/people',
    '/settings/keys',
    '/settings/attributes',
    '/settings/audit',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Your role does not allow this page' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }
  await axe(page);
});

test('a viewer walks through the grid by keyboard, and nothing they press changes it', async ({ browser, desk }) => {
  const { review } = await filled(desk);
  const me = await somebody(desk, 'viewer');
  const page = await pageOf(browser, desk, me.cookie);
  const writes: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && writes.push(`${request.method()} ${request.url()}`));
  await open(page, `/imports/${review}/review`);
  await expect(grid(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(page.getByText('Read only')).toBeVisible();
  const wrong = await cell(page, 5, 'Email');
  await wrong.click();
  for (const key of ['Enter', 'x', 'Delete', 'ControlOrMeta+e', 'Alt+Enter', 'ControlOrMeta+z'])
    await page.keyboard.press(key);
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveCount(0);
  await expect(wrong).toContainText('nobody');
  await page.keyboard.press('ArrowUp');
  await expect(await cell(page, 4, 'Email')).toBeFocused();
  await page.keyboard.press('F8');
  await expect(await cell(page, 5, 'Email')).toBeFocused();
  await page.keyboard.press('Shift+Space');
  await expect(page.getByRole('button', { name: 'Exclude' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo, Ctrl+Z' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Show the plan' })).toBeVisible();
  expect(writes).toEqual([]);
  await axe(page);
});

test('an editor imports and edits, and does not find the settings', async ({ browser, desk }) => {
  const { review, block } = await filled(desk);
  const me = await somebody(desk, 'editor');
  const page = await pageOf(browser, desk, me.cookie);
  await open(page, '/imports');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  for (const name of settings) await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);
  await open(page, `/customers/${(await customerOf(desk, block + 1)).id}`);
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await open(page, `/imports/${review}/commit`);
  await page.getByRole('button', { name: /^Import \d customers$/ }).click();
  await page.waitForURL(/\/report$/);
  await page.goto('/settings/people');
  await expect(page.getByRole('heading', { name: 'Your role does not allow this page' })).toBeVisible();
});

test('an administrator finds the settings, on the phone too', async ({ page }) => {
  await open(page, '/imports');
  for (const name of settings) await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
  await page.getByRole('link', { name: 'Your account' }).click();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});

test.describe('whose session is over is led to the sign-in, and back', () => {
  const ended = async (desk: Desk, me: { cookie: string }) => {
    const answer = await callAs(desk, me, '/api/auth/revoke-sessions', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(200);
  };

  test('from an edit in the grid', async ({ browser, desk }) => {
    const { review } = await filled(desk);
    const me = await somebody(desk, 'editor');
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, `/imports/${review}/review`);
    const first = await cell(page, 2, 'First name');
    await first.click();
    await ended(desk, me);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.keyboard.type('New');
    await page.keyboard.press('Enter');
    await signedOut(page);
    await page.getByLabel('Email').fill(me.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(me.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/imports/${review}/review`));
  });

  test('from a server action', async ({ browser, desk }) => {
    const { review } = await filled(desk);
    const me = await somebody(desk, 'editor');
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, `/imports/${review}/commit`);
    await ended(desk, me);
    await page.getByRole('button', { name: /^Import \d customers$/ }).click();
    await signedOut(page);
    expect(new URL(page.url()).searchParams.get('to')).toBe(`/imports/${review}/commit`);
    expect((await desk.until(review, 'review')).state).toBe('review');
  });

  test('from a download', async ({ browser, desk }) => {
    const { committed } = await filled(desk);
    const me = await somebody(desk, 'viewer');
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, `/imports/${committed}/report`);
    await ended(desk, me);
    await page.getByRole('link', { name: 'Download report' }).click();
    await signedOut(page);
  });

  test('from an upload', async ({ browser, desk }) => {
    const me = await somebody(desk, 'editor');
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, '/imports/new');
    await ended(desk, me);
    const file = { name: 'late.csv', mimeType: '', buffer: Buffer.from(csv(people(2000))) };
    await page.getByLabel('Spreadsheet', { exact: true }).setInputFiles(file);
    await signedOut(page);
    expect(new URL(page.url()).searchParams.get('to')).toBe('/imports/new');
  });

  test('from progress that is followed', async ({ browser, ownDesk }) => {
    const me = await somebody(ownDesk, 'editor');
    const page = await pageOf(browser, ownDesk, me.cookie);
    await ownDesk.killWorker();
    const { id } = await ownDesk.upload('waits.csv', csv(people(3)));
    await open(page, `${ownDesk.baseUrl}/imports/${id}/intake`);
    await expect(page.getByText('Reading,')).toBeVisible();
    await ended(ownDesk, me);
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible({ timeout: 20_000 });
  });
});
