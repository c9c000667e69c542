import type { Page } from '@playwright/test';
import { firstPerson } from '../scripts/run/first-person.mjs';
import { pageOf, somebody } from './as-somebody';
import { axe } from './axe';
import { browserOf } from './browser';
import { commitFile, customerOf, reviewFile } from './by-api';
import { change, csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { switchOn } from './second-factor';
import { type Desk, serve } from './serve';
import { cell, grid, open, upload, uploadToReview } from './steps';

/** A file with an error, a warning, an automatic change and an update of what is there. */
const mixed = async (desk: Desk) => {
  const block = newBlock();
  const known = people(3, block);
  await commitFile(desk, 'known.csv', csv(known));
  const rows = change(
    [...known, ...people(6, block + 100)],
    [0, 'City', 'Delft'],
    [4, 'Email', 'nobody'],
    [5, 'Phone', '12'],
    [6, 'Last name', '  Spaces  '],
  );
  return { block, file: { name: 'mixed.csv', content: csv(rows) } };
};

test.describe('axe finds nothing on', () => {
  test('the imports, empty and filled', async ({ page, ownDesk }) => {
    await open(page, `${ownDesk.baseUrl}/imports`);
    await expect(page.getByRole('heading', { name: 'No imports yet' })).toBeVisible();
    await axe(page);
    await open(page, `${ownDesk.baseUrl}/customers`);
    await expect(page.getByRole('heading', { name: 'No customers yet' })).toBeVisible();
    await axe(page);
    const { file } = await mixed(ownDesk);
    await ownDesk.upload('waiting.csv', file.content, { until: 'mapping' });
    const { id } = await ownDesk.upload('gone.csv', file.content);
    await ownDesk.until(id, 'review');
    await ownDesk.call(`/api/v1/imports/${id}`, { method: 'DELETE' });
    await ownDesk.upload('damaged.xlsx', 'PK\x03\x04 and nothing more');
    await open(page, `${ownDesk.baseUrl}/imports`);
    await expect(page.getByRole('row').filter({ hasText: 'damaged.xlsx' })).toContainText('Failed');
    await axe(page);
  });

  test('the upload with a refusal, what was found, its question and its dialogs', async ({ page }) => {
    await open(page, '/imports/new');
    await axe(page);
    await page.getByLabel('Spreadsheet', { exact: true }).setInputFiles({
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from('x'),
    });
    await expect(page.getByText('photo.png is not a spreadsheet.')).toBeVisible();
    await axe(page);
    await upload(page, {
      name: 'doubtful.csv',
      content: Buffer.from('name;email\r\nZo\xeb;zoe@example.com\r\n', 'latin1'),
    });
    await axe(page);
    await page.getByRole('combobox', { name: 'Separator' }).click();
    await expect(page.getByRole('option', { name: 'Tab' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel import' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await axe(page);
  });

  test('the mapping, its lists and its problems', async ({ page }) => {
    const content = 'Mail,E-mail 2,Born,Remarks\r\na@example.com,b@example.com,03/04/1980,x\r\n';
    await upload(page, { name: 'map.csv', content });
    await page.getByRole('link', { name: 'Map 4 columns' }).click();
    await expect(page.getByRole('table', { name: 'Columns and their fields' })).toBeVisible();
    await axe(page);
    const first = page.getByRole('combobox', { name: 'Field for column A, Mail' });
    await first.click();
    await expect(page.getByRole('option', { name: 'Ignore this column' })).toBeVisible();
    await axe(page);
    await page.getByRole('option', { name: 'Ignore this column' }).click();
    await page
      .getByRole('button', { name: 'Choose a field for column B' })
      .or(page.getByRole('combobox', { name: 'Field for column B, E-mail 2' }))
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Check 1 row' }).click();
    await axe(page);
  });

  test('the review with its editor, tooltip, menu, search and popovers', async ({ page, desk }) => {
    const { file } = await mixed(desk);
    await uploadToReview(page, file);
    await axe(page);
    const wrong = await cell(page, 6, 'Email');
    await wrong.click();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await axe(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused();
    await axe(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Row 6' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'rows stay behind' }).click();
    await expect(page.getByRole('dialog', { name: 'rows stay behind' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All keys' }).click();
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await grid(page).getByRole('gridcell').first().click();
    await page.keyboard.press('Shift+Space');
    await axe(page);
    await page.keyboard.press('ControlOrMeta+f');
    await page.getByRole('textbox', { name: 'Find in rows' }).fill('nowhere');
    await expect(page.getByRole('heading', { name: 'No row holds “nowhere”' })).toBeVisible();
    await axe(page);
  });

  test('submit, progress and report', async ({ page, ownDesk }) => {
    const { file } = await mixed(ownDesk);
    const { id } = await reviewFile(ownDesk, file.name, file.content);
    await open(page, `${ownDesk.baseUrl}/imports/${id}/commit`);
    await axe(page);
    await ownDesk.commit(id);
    await open(page, `${ownDesk.baseUrl}/imports/${id}/report`);
    await axe(page);
    for (const step of ['map', 'intake', 'review']) {
      await open(page, `${ownDesk.baseUrl}/imports/${id}/${step}`);
      await axe(page);
    }
    const large = await reviewFile(ownDesk, 'large.csv', csv(people(2100)));
    await ownDesk.killWorker();
    await open(page, `${ownDesk.baseUrl}/imports/${large.id}/commit`);
    await page.getByRole('button', { name: 'Import 2,100 customers' }).click();
    await expect(page.getByRole('button', { name: 'Stop after this batch' })).toBeVisible();
    await axe(page);
  });

  test('the people, their invitations and their dialogs', async ({ page, ownDesk }) => {
    const { dialog, opened } = dialogOf(page);
    await somebody(ownDesk, 'viewer', 'Vera');
    await open(page, `${ownDesk.baseUrl}/settings/people`);
    await opened('Invite a person');
    await dialog.getByRole('button', { name: 'Make an invitation link' }).click();
    await expect(dialog.getByText('Enter an email address')).toBeVisible();
    await axe(page);
    await dialog.getByLabel('Email').fill('guest@example.com');
    await dialog.getByRole('button', { name: 'Make an invitation link' }).click();
    await expect(dialog.getByLabel('Link')).toBeFocused();
    await axe(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('table', { name: 'Open invitations' })).toBeVisible();
    await page.getByRole('combobox', { name: /^Role of Vera/ }).click();
    await expect(page.getByRole('option', { name: 'Editor' })).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await opened('Disable Vera');
    await dialog.getByRole('button', { name: 'Disable Vera' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Enable Vera' })).toBeVisible();
    await axe(page);
  });

  test('the API keys and their dialogs', async ({ page, ownDesk }) => {
    const { dialog, opened } = dialogOf(page);
    await open(page, `${ownDesk.baseUrl}/settings/keys`);
    await axe(page);
    await opened('Make an API key');
    await dialog.getByRole('button', { name: 'Make the API key' }).click();
    await axe(page);
    await dialog.getByLabel('Name').fill('erp');
    await dialog.getByRole('checkbox', { name: 'See imports' }).check();
    await dialog.getByRole('button', { name: 'Make the API key' }).click();
    await expect(dialog.getByLabel('Key', { exact: true })).toBeFocused();
    await axe(page);
    await page.keyboard.press('Escape');
    await opened('Revoke erp');
    await dialog.getByRole('button', { name: 'Revoke the key' }).click();
    await expect(page.getByText('Revoked')).toBeVisible();
    await axe(page);
  });

  test('the audit log, the account and its dialogs', async ({ page, ownDesk }) => {
    const { dialog, opened } = dialogOf(page);
    await open(page, `${ownDesk.baseUrl}/settings/audit`);
    await page.getByRole('combobox', { name: 'What' }).click();
    await expect(page.getByRole('option', { name: 'Signed in' })).toBeVisible();
    await axe(page);
    await open(page, `${ownDesk.baseUrl}/settings/audit?action=secret_rotated`);
    await axe(page);

    await open(page, `${ownDesk.baseUrl}/account`);
    await axe(page);
    await opened('Sign out everywhere');
    await page.keyboard.press('Escape');
    await opened('Set up a second factor');
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(firstPerson.password);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog.getByRole('img', { name: /^QR code/ })).toBeVisible();
    await axe(page);
  });

  test('the doors: set-up, sign-in, code and invitation', async ({ browser, desk }) => {
    const empty = await serve({}, { empty: true });
    const page = await pageOf(browser, empty);
    await open(page, `${empty.baseUrl}/set-up`);
    await axe(page);
    await open(page, (await empty.admin(['set-up-link'])).trim());
    await axe(page);
    await empty.stop();

    const me = await somebody(desk, 'viewer', 'Door');
    const { auth } = browserOf(desk);
    await auth('/sign-in/email', { email: me.email, password: me.password });
    await switchOn({ ...browserOf(desk), auth }, me);
    const door = await pageOf(browser, desk);
    await open(door, '/sign-in');
    await axe(door);
    await door.getByLabel('Email').fill(me.email);
    await door.getByRole('textbox', { name: 'Password' }).fill(me.password);
    await door.keyboard.press('Enter');
    await expect(door.getByRole('heading', { name: 'One more step' })).toBeVisible();
    await axe(door);
    const email = `guest.${newBlock()}@example.com`;
    const link = (await desk.admin(['create-user', '--email', email, '--role', 'viewer'])).trim().split('\n').at(-1)!;
    for (const path of [new URL(link).pathname, '/invitation/over']) {
      await open(door, path);
      await axe(door);
    }
  });

  test('the rail of an import, and the phone', async ({ browser, desk }) => {
    const page = await pageOf(browser, desk, desk.cookie);
    const { id } = await reviewFile(desk, 'rail.csv', csv(people(2)));
    const account = page.getByRole('link', { name: 'Your account (AA)' });
    await open(page, `/imports/${id}/review`);
    await expect(account).toBeVisible();
    await axe(page);
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page, '/customers');
    await expect(account).toBeVisible();
    await axe(page);
  });

  test('the customers, a customer, its form with an error, and what is not there', async ({ page, desk, faults }) => {
    faults.allow(/404/);
    const { block } = await mixed(desk);
    await open(page, '/customers');
    await axe(page);
    await open(page, '/customers?q=nobody-has-this-name');
    await axe(page);
    await open(page, `/customers/${(await customerOf(desk, block + 1)).id}`);
    await axe(page);
    await editWithError(page);
    await axe(page);
    for (const path of ['/nowhere', '/customers/987654321', '/imports/987654321/review']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
      await axe(page);
    }
  });
});

/** The dialog of the page, and a button that opens it. */
const dialogOf = (page: Page) => {
  const dialog = page.getByRole('dialog');
  const opened = async (button: string) => {
    await page.getByRole('button', { name: button }).click();
    await expect(dialog).toBeVisible();
    await axe(page);
  };
  return { dialog, opened };
};

const editWithError = async (page: Page) => {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('group', { name: 'Contact' }).getByLabel('Email').fill('nobody');
  await page.getByRole('group', { name: 'Names' }).getByLabel('Date of birth').fill('1980-02-31');
  await page.getByRole('button', { name: 'Save 2 fields' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'to be put right' })).toBeFocused();
};
