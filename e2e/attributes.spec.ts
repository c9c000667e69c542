/** Settings, Attributes: what customers of a desk can have besides the fields that all desks have. */
import type { Page } from '@playwright/test';
import { callAs, pageOf, somebody } from './as-somebody';
import { axe } from './axe';
import { ask, expectProblem } from './by-api';
import { defineAttribute } from './define-attribute';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { open } from './steps';

const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: `attribute.${name}` });
const defined = (desk: Desk) => ask<{ attributes: object[] }>(desk, '/api/v1/attributes');

test('an administrator defines an attribute, changes it and removes it, and each is written down', async ({
  page,
  ownDesk,
}) => {
  await open(page, `${ownDesk.baseUrl}/settings/attributes`);
  await expect(page.getByRole('heading', { name: 'No attributes yet' })).toBeVisible();
  await axe(page);
  await defineAttribute(page, 'LOYALTY_TIER', 'One of a list', {
    Options: 'gold\n\n silver \n',
    Label: 'Loyalty tier',
  });
  const row = rowOf(page, 'LOYALTY_TIER');
  await expect(row).toContainText('One of a list');
  await expect(row).toContainText('gold, silver');
  await defineAttribute(page, 'SINCE', 'Whole number', { Class: 'person', Description: 'The first year' });
  await expect(rowOf(page, 'SINCE')).toContainText('person');
  const list = { name: 'LOYALTY_TIER', class: '', type: 'list', options: ['gold', 'silver'] };
  const since = {
    name: 'SINCE',
    label: null,
    class: 'person',
    type: 'whole',
    options: [],
    description: 'The first year',
  };
  expect(await defined(ownDesk)).toEqual({
    attributes: [{ ...list, label: 'Loyalty tier', description: null }, since],
  });

  await page.getByRole('button', { name: 'Change LOYALTY_TIER' }).click();
  await expect(dialog(page).getByLabel('Label')).toBeFocused();
  await expect(dialog(page).getByLabel('Name')).toHaveCount(0);
  await axe(page);
  await dialog(page).getByLabel('Options').fill('gold\nbronze');
  await dialog(page).getByLabel('Label').fill('');
  await dialog(page).getByRole('button', { name: 'Change the attribute' }).click();
  await expect(row).toContainText('gold, bronze');
  await expect(page.getByRole('button', { name: 'Change LOYALTY_TIER' })).toBeFocused();

  await page.getByRole('button', { name: 'Remove LOYALTY_TIER' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Keep the attribute' })).toBeFocused();
  await expect(dialog(page)).toContainText('Values that customers have stay with them.');
  await axe(page);
  await dialog(page).getByRole('button', { name: 'Remove the attribute' }).click();
  await expect(row).toHaveCount(0);
  expect(await defined(ownDesk)).toEqual({ attributes: [since] });

  const path = '/api/v1/audit?objectKind=attribute&objectId=LOYALTY_TIER';
  const { entries } = await ask<{ entries: { action: string; details: unknown }[] }>(ownDesk, path);
  expect(entries.map(({ action, details }) => [action, details])).toEqual([
    ['attribute_removed', {}],
    ['attribute_changed', { changed: ['label', 'options'] }],
    ['attribute_defined', { type: 'list', class: '' }],
  ]);
  await open(page, `${ownDesk.baseUrl}/settings/audit?objectKind=attribute`);
  await expect(page.getByRole('link', { name: 'Attribute LOYALTY_TIER' }).first()).toBeVisible();
});

test('a definition that does not fit is not made, and the field says what to do', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/settings/attributes`);
  await defineAttribute(page, 'no spaces', 'One of a list');
  const form = dialog(page);
  await expect(form.getByText('Use letters from A to Z, digits, _ and - only, like LOYALTY_TIER.')).toBeVisible();
  await expect(form.getByLabel('Name')).toBeFocused();
  await expect(form.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Name').fill('tier');
  await form.getByRole('button', { name: 'Define the attribute' }).click();
  await expect(form.getByText('Enter the options, each on a line of its own.')).toBeVisible();
  await expect(form.getByLabel('Options')).toBeFocused();
  await axe(page);
  await form.getByLabel('Options').fill('a\nb\na');
  await form.getByRole('button', { name: 'Define the attribute' }).click();
  await expect(form.getByText('Each option stands there once.')).toBeVisible();
  await form.getByLabel('Options').fill('a\nb');
  await form.getByRole('button', { name: 'Define the attribute' }).click();
  await expect(rowOf(page, 'tier')).toBeVisible();
  await defineAttribute(page, 'TIER');
  await expect(form.getByText('There is an attribute of this name already.')).toBeVisible();
  await expect(form.getByLabel('Name')).toBeFocused();
});

test('others read the definitions and find no page for them', async ({ browser, ownDesk }) => {
  const me = await somebody(ownDesk, 'editor');
  expect((await callAs(ownDesk, me, '/api/v1/attributes')).status).toBe(200);
  const page = await pageOf(browser, ownDesk, me.cookie);
  await page.goto('/settings/attributes');
  await expect(page.getByRole('heading', { name: 'Your role does not allow this page' })).toBeVisible();
  const key = async (scope: string) =>
    (await ownDesk.admin(['create-key', '--name', 'Program', '--scope', scope])).trim();
  const asked = async (scope: string) =>
    ownDesk.call('/api/v1/attributes', { headers: { 'x-api-key': await key(scope) } });
  expect((await asked('imports:read')).status).toBe(200);
  await expectProblem(await asked('customers:read'), 403, 'not_allowed');
});
