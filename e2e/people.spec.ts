/** The page People: invitations, roles and access, and that they count at once. */
import type { Page } from '@playwright/test';
import { callAs, pageOf, somebody } from './as-somebody';
import { changeDatabase } from './change-database';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { open } from './steps';

const invite = async (page: Page, email: string, role: string): Promise<string> => {
  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Email')).toBeFocused();
  await dialog.getByLabel('Email').fill(email);
  await dialog.getByRole('radio', { name: role }).check();
  await dialog.getByRole('button', { name: 'Make an invitation link' }).click();
  const link = dialog.getByLabel('Link');
  await expect(link).toBeFocused();
  return link.inputValue();
};
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const uploads = (desk: Desk, cookie: string) =>
  callAs(desk, { cookie }, '/api/v1/imports?fileName=role.csv', { method: 'POST', body: csv(people(1)) });

test('somebody is invited by a link, joins with it, and nobody joins with it again', async ({
  page,
  browser,
  desk,
}) => {
  const email = `Guest.${newBlock()}@Example.com`;
  await open(page, '/settings/people');
  const link = await invite(page, email, 'Viewer');
  expect(link).toMatch(new RegExp(`^${desk.baseUrl}/invitation/[\\w-]{20,}$`));
  await page.getByRole('button', { name: 'I have copied the link' }).click();
  await expect(rowOf(page, email.toLowerCase())).toContainText('Viewer');

  const guest = await pageOf(browser, desk);
  await guest.goto(link);
  await guest.getByLabel('Name').fill('Gwen Guest');
  await guest.getByRole('textbox', { name: 'Password' }).fill('a password of my own');
  await guest.getByRole('button', { name: 'Join and sign in' }).click();
  await expect(guest.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
  await expect(guest.getByRole('link', { name: 'Gwen Guest' })).toContainText('Viewer');

  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This invitation is over' })).toBeVisible();
  await open(page, '/settings/people');
  await expect(rowOf(page, email.toLowerCase())).toContainText('Gwen Guest');
  await expect(page.getByRole('button', { name: `Withdraw the invitation of ${email.toLowerCase()}` })).toBeHidden();
});

test('an invitation can be withdrawn, a new one replaces it, and an email that is taken is told', async ({
  page,
  browser,
  desk,
}) => {
  const email = `withdrawn.${newBlock()}@example.com`;
  const guest = await pageOf(browser, desk);
  const over = async (link: string) => {
    await guest.goto(link);
    await expect(guest.getByRole('heading', { name: 'This invitation is over' })).toBeVisible();
  };
  await open(page, '/settings/people');
  const first = await invite(page, email, 'Editor');
  await page.getByRole('button', { name: 'I have copied the link' }).click();
  const second = await invite(page, email, 'Viewer');
  await page.getByRole('button', { name: 'I have copied the link' }).click();
  await over(first);
  await expect(rowOf(page, email)).toHaveCount(1);
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the invitation' }).click();
  await expect(rowOf(page, email)).toHaveCount(0);
  await over(second);

  await page.getByRole('button', { name: 'Invite a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill('nobody');
  await dialog.getByRole('button', { name: 'Make an invitation link' }).click();
  await expect(dialog.getByText('Enter an email address like name@example.com.')).toBeVisible();
  await dialog.getByLabel('Email').fill('ADA@example.com');
  await dialog.getByRole('button', { name: 'Make an invitation link' }).click();
  await expect(dialog.getByText('Somebody has an account with this email already.')).toBeVisible();
  await expect(dialog.getByLabel('Email')).toBeFocused();
});

test('another role counts from the next request on', async ({ page, desk }) => {
  const { name, cookie } = await somebody(desk, 'viewer', 'Rolf');
  expect((await uploads(desk, cookie)).status).toBe(403);
  await open(page, '/settings/people');
  await expect(rowOf(page, name)).toContainText('today');
  const choose = async (role: string) => {
    await page.getByRole('combobox', { name: `Role of ${name}` }).click();
    await page.getByRole('option', { name: role }).click();
    await expect(page.getByRole('status').filter({ hasText: `${name} is ${role} now.` })).toBeVisible();
  };
  await choose('Editor');
  expect((await uploads(desk, cookie)).status).toBe(201);
  expect((await callAs(desk, { cookie }, '/api/v1/audit')).status).toBe(403);
  await choose('Administrator');
  expect((await callAs(desk, { cookie }, '/api/v1/audit')).status).toBe(200);
  await choose('Viewer');
  expect((await uploads(desk, cookie)).status).toBe(403);
});

test('a page that was open when its person lost the role says so, and nothing breaks', async ({ browser, ownDesk }) => {
  const me = await somebody(ownDesk, 'admin', 'Dora');
  const { name } = await somebody(ownDesk, 'viewer', 'Vera');
  const page = await pageOf(browser, ownDesk, me.cookie);
  await open(page, '/settings/people');
  await changeDatabase(ownDesk, `update people set role = 'viewer' where email = '${me.email}'`);
  await page.getByRole('combobox', { name: `Role of ${name}` }).click();
  await page.getByRole('option', { name: 'Editor' }).click();
  await expect(page.getByText('Your role does not allow this.')).toBeVisible();
  expect(ownDesk.readLog()).toContain('"msg":"action refused"');
  expect(ownDesk.readLog()).not.toContain('request failed');
});

test('who is disabled is out at once and cannot come in, and can after being enabled', async ({ page, desk }) => {
  const { name, email, password, cookie } = await somebody(desk, 'editor', 'Dora');
  const signIn = () =>
    desk.call('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { cookie: '', 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
  await open(page, '/settings/people');
  await page.getByRole('button', { name: `Disable ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is signed out everywhere at once');
  await expect(dialog.getByRole('button', { name: 'Leave as it was' })).toBeFocused();
  await dialog.getByRole('button', { name: `Disable ${name}` }).click();
  await expect(rowOf(page, email)).toContainText('Disabled');
  expect((await callAs(desk, { cookie }, '/api/v1/imports')).status).toBe(401);
  expect((await signIn()).status).toBe(401);
  await page.getByRole('button', { name: `Enable ${name}` }).click();
  await dialog.getByRole('button', { name: `Enable ${name}` }).click();
  await expect(rowOf(page, email)).not.toContainText('Disabled');
  expect((await callAs(desk, { cookie }, '/api/v1/imports')).status).toBe(401);
  expect((await signIn()).status).toBe(200);
});

test('the last administrator stays one', async ({ page, ownDesk }) => {
  await open(page, `${ownDesk.baseUrl}/settings/people`);
  const sentence = 'Ada Admin is the only administrator. Make somebody else an administrator first.';
  const becomeViewer = async () => {
    await page.getByRole('combobox', { name: 'Role of Ada Admin' }).click();
    await page.getByRole('option', { name: 'Viewer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Become viewer' }).click();
  };
  await becomeViewer();
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await page.getByRole('button', { name: 'Leave as it was' }).click();
  await page.getByRole('button', { name: 'Disable Ada Admin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable yourself' }).click();
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await page.getByRole('button', { name: 'Leave as it was' }).click();
  await expect(page.getByRole('combobox', { name: 'Role of Ada Admin' })).toHaveValue('Administrator');

  await somebody(ownDesk, 'admin', 'Second');
  await becomeViewer();
  await page.waitForURL(`${ownDesk.baseUrl}/imports`);
  await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Audit log' })).toBeHidden();
});
