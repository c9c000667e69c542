/** One's own account, for each engine: password, sessions, second factor. */
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { signIn } from '../scripts/run/first-person.mjs';
import { callAs, pageOf, type Somebody, somebody } from './as-somebody';
import { expectProblem } from './by-api';
import { changeDatabase } from './change-database';
import { newBlock } from './data';
import { expect, test } from './fixtures';
import type { Desk } from './serve';
import { open } from './steps';

const isIn = async (desk: Desk, cookie: string) => (await callAs(desk, { cookie }, '/api/v1/account')).status === 200;

/** Fills the sign-in of a browser that knows nobody. */
const enter = async (browser: Browser, desk: Desk, { email, password }: Pick<Somebody, 'email' | 'password'>) => {
  const page = await pageOf(browser, desk);
  await open(page, `${desk.baseUrl}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.keyboard.press('Enter');
  return page;
};
const imports = (page: Page) => page.getByRole('heading', { name: 'Imports', exact: true });

export function accountPaths(): void {
  test('the password is changed by the present one, and other sessions end with it', async ({ browser, desk }) => {
    const me = await somebody(desk, 'viewer', 'Pam');
    const elsewhere = await signIn(desk.baseUrl, me);
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, '/account');
    const change = async (present: string, next: string) => {
      await page.getByLabel('Present password').fill(present);
      await page.getByRole('textbox', { name: 'New password' }).fill(next);
      await page.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('not this one at all', 'another long password');
    await expect(page.getByText('The present password is not right.')).toBeVisible();
    await change(me.password, 'short');
    await expect(page.getByText('Choose a password of 12 characters or more.')).toBeVisible();
    await change(me.password, 'another long password');
    await expect(page.getByText('The password is changed, and your other sessions are ended.')).toBeVisible();

    expect(await isIn(desk, elsewhere)).toBe(false);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
    await expect(signIn(desk.baseUrl, me)).rejects.toThrow('401');
    await signIn(desk.baseUrl, { ...me, password: 'another long password' });
  });

  test('sessions are listed and can be ended, one, all others, and everywhere', async ({ browser, desk }) => {
    const me = await somebody(desk, 'viewer', 'Sam');
    const others = [await signIn(desk.baseUrl, me), await signIn(desk.baseUrl, me), await signIn(desk.baseUrl, me)];
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, '/account');
    const rows = page.getByRole('table', { name: 'Where you are signed in' }).locator('tbody').getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(rows.filter({ hasText: 'This browser' })).toHaveCount(1);
    await expect(rows.first()).toContainText('This browser');
    expect(await page.content()).not.toContain(decodeURIComponent(others[0]!.split('=')[1]!).split('.')[0]!);

    await rows
      .last()
      .getByRole('button', { name: /^End the session/ })
      .click();
    await expect(rows).toHaveCount(3);
    expect((await Promise.all(others.map((cookie) => isIn(desk, cookie)))).filter(Boolean)).toHaveLength(2);
    await page.getByRole('button', { name: 'End 2 other sessions' }).click();
    await expect(rows).toHaveCount(1);
    expect((await Promise.all(others.map((cookie) => isIn(desk, cookie)))).filter(Boolean)).toHaveLength(0);
    expect(await isIn(desk, me.cookie)).toBe(true);

    const last = await signIn(desk.baseUrl, me);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await isIn(desk, me.cookie)).toBe(false);
    expect(await isIn(desk, last)).toBe(false);
  });

  test('a NUL in what is asked or sent is refused, as PostgreSQL takes none', async ({ page, desk }) => {
    for (const query of ['actor=%00', 'objectId=a%00b'])
      await expectProblem(await desk.call(`/api/v1/audit?${query}`), 400, 'does_not_fit');
    await open(page, '/settings/audit?actor=%00');
    await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible();
    const email = `nul.${newBlock()}@example.com`;
    await desk.admin(['create-user', '--email', email, '--role', 'viewer']);
    await open(page, '/settings/people');
    const postData = JSON.stringify([{ id: 'a\0b' }]);
    await page.route('**/settings/people', (route) =>
      route.request().method() === 'POST' ? route.continue({ postData }) : route.continue(),
    );
    await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the invitation' }).click();
    await expect(page.getByText('What was sent does not fit.')).toBeVisible();
  });

  test('signing out ends the session of this browser', async ({ browser, desk }) => {
    const me = await somebody(desk, 'viewer', 'Olga');
    const elsewhere = await signIn(desk.baseUrl, me);
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, '/customers');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await isIn(desk, me.cookie)).toBe(false);
    expect(await isIn(desk, elsewhere)).toBe(true);
  });

  test('the last use of a session and of a person is true to a minute', async ({ page, browser, desk }) => {
    const me = await somebody(desk, 'viewer', 'Now');
    const { id } = await (await callAs(desk, me, '/api/v1/account')).json();
    const old = Date.UTC(2021, 2, 4);
    await changeDatabase(
      desk,
      `update sessions set last_used_at = ${old}, updated_at = ${Date.now()} where user_id = '${id}';
      update people set last_seen_at = ${old} where id = '${id}'`,
    );
    const others = await pageOf(browser, desk, await signIn(desk.baseUrl, me));
    await open(others, '/account');
    const row = others.getByRole('table', { name: 'Where you are signed in' }).locator('tbody').getByRole('row').last();
    await expect(row.getByRole('cell').nth(3)).toContainText('2021');
    expect(await isIn(desk, me.cookie)).toBe(true);
    await others.reload();
    await expect(row.getByRole('cell').nth(3)).toContainText('today');
    await changeDatabase(desk, `update people set last_seen_at = ${old} where id = '${id}'`);
    await open(page, '/settings/people');
    const seen = page.getByRole('row').filter({ hasText: me.email });
    await expect(seen).toContainText('2021');
    await changeDatabase(desk, `update sessions set last_used_at = ${old} where user_id = '${id}'`);
    expect(await isIn(desk, me.cookie)).toBe(true);
    await page.reload();
    await expect(seen).toContainText('today');
  });

  test('a session that is over lets nobody in, on no page and no route', async ({ browser, desk }) => {
    const me = await somebody(desk, 'viewer', 'Late');
    expect(await isIn(desk, me.cookie)).toBe(true);
    const { id } = await (await callAs(desk, me, '/api/v1/account')).json();
    await changeDatabase(desk, `update sessions set expires_at = ${Date.now() - 1000} where user_id = '${id}'`);
    expect(await isIn(desk, me.cookie)).toBe(false);
    const page = await pageOf(browser, desk, me.cookie);
    await page.goto('/account');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  test('a second factor is asked for at sign-in, by the app or by a recovery code that works once', async ({
    browser,
    desk,
  }) => {
    const me = await somebody(desk, 'editor', 'Toni');
    const page = await pageOf(browser, desk, me.cookie);
    await open(page, '/account');
    const dialog = page.getByRole('dialog');
    const password = async (act: string, given = me.password) => {
      await dialog.getByRole('textbox', { name: 'Your password' }).fill(given);
      await dialog.getByRole('button', { name: act }).click();
    };
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Your password' })).toBeFocused();
    await password('Go on', 'not this one at all');
    await expect(dialog.getByText('The present password is not right.')).toBeVisible();
    await password('Go on');
    await expect(dialog.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
    const secret = Secret.fromBase32(await dialog.getByLabel('Key', { exact: true }).inputValue());
    const app = new TOTP({ secret });
    const code = dialog.getByLabel('Code that the app shows now');
    await expect(code).toBeFocused();
    await code.fill(app.generate() === '000000' ? '000001' : '000000');
    await code.press('Enter');
    await expect(dialog.getByText('The code is not right. Enter the one that the app shows now.')).toBeVisible();
    await code.fill(app.generate());
    await code.press('Enter');
    const list = dialog.getByRole('list', { name: 'Recovery codes' });
    await expect(list.getByRole('listitem')).toHaveCount(10);
    const codes = await list.getByRole('listitem').allTextContents();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download' }).click();
    expect((await saving).suggestedFilename()).toBe('import-desk-recovery-codes.txt');
    await dialog.getByRole('button', { name: 'I have kept the codes' }).click();
    await expect(page.getByText('On. At sign-in you are asked for a code')).toBeVisible();

    const byApp = await enter(browser, desk, me);
    // A code works once, and the one before and the one after the present one count as well.
    await byApp.getByLabel('Code').fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await byApp.keyboard.press('Enter');
    await expect(imports(byApp)).toBeVisible();

    const byRecovery = async (given: string) => {
      const there = await enter(browser, desk, me);
      await there.getByRole('button', { name: 'Use a recovery code' }).click();
      await there.getByLabel('Recovery code').fill(given);
      await there.keyboard.press('Enter');
      return there;
    };
    const refused = 'This recovery code is not right, or was used already.';
    await expect(imports(await byRecovery(codes[0]!))).toBeVisible();
    await expect((await byRecovery(codes[0]!)).getByText(refused)).toBeVisible();

    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    await password('Make new codes');
    await expect(list.getByRole('listitem')).toHaveCount(10);
    expect(await list.getByRole('listitem').allTextContents()).not.toContain(codes[1]);
    await dialog.getByRole('button', { name: 'I have kept the codes' }).click();
    await expect((await byRecovery(codes[1]!)).getByText(refused)).toBeVisible();

    await page.getByRole('button', { name: 'Switch off' }).click();
    await password('Switch it off');
    await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
    await expect(imports(await enter(browser, desk, me))).toBeVisible();
  });
}
