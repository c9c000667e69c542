/** The page API keys, and what a key opens. */
import type { Page } from '@playwright/test';
import { expectProblem } from './by-api';
import { changeDatabase } from './change-database';
import { csv, newBlock, people } from './data';
import { expect, test } from './fixtures';
import { raw } from './raw';
import type { Desk } from './serve';
import { open } from './steps';

const make = async (page: Page, name: string, scopes: string[]): Promise<string> => {
  await open(page, '/settings/keys');
  await page.getByRole('button', { name: 'Make an API key' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill(name);
  for (const scope of scopes) await dialog.getByRole('checkbox', { name: scope }).check();
  await dialog.getByRole('button', { name: 'Make the API key' }).click();
  const key = dialog.getByLabel('Key', { exact: true });
  await expect(key).toBeFocused();
  return key.inputValue();
};
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const withKey = (desk: Desk, path: string, headers: Record<string, string>, init: RequestInit = {}) =>
  fetch(`${desk.baseUrl}${path}`, { ...init, headers });

test('a key is shown once, opens what its scopes name and nothing else, and is over when it is revoked', async ({
  page,
  desk,
}) => {
  const name = `Nightly ${newBlock()}`;
  const key = await make(page, name, ['See imports', 'See customers']);
  expect(key).toMatch(/^idk_[\w-]{40,}$/);
  await page.getByRole('button', { name: 'I have copied the key' }).click();
  const row = rowOf(page, name);
  await expect(row).toContainText(`${key.slice(0, 12)}…`);
  await expect(row).toContainText('See imports, See customers');
  await expect(row).toContainText('never');
  expect(await page.content()).not.toContain(key);

  const ways: Record<string, string>[] = [
    { authorization: `Bearer ${key}` },
    { authorization: key },
    { 'x-api-key': key },
  ];
  for (const headers of ways) {
    expect((await withKey(desk, '/api/v1/imports', headers)).status).toBe(200);
    expect((await withKey(desk, '/api/v1/customers', headers)).status).toBe(200);
  }
  const bearer = { authorization: `Bearer ${key}` };
  const upload = { method: 'POST', body: csv(people(1)) };
  await expectProblem(await withKey(desk, '/api/v1/imports?fileName=a.csv', bearer, upload), 403, 'not_allowed');
  for (const path of ['/api/v1/audit', '/api/v1/account'])
    await expectProblem(await withKey(desk, path, bearer), 403, 'not_allowed');
  // Pages are for people.
  const answer = await raw(desk, '/settings/people', { headers: { ...bearer, cookie: '' } });
  expect(answer.text).not.toContain('ada@example.com');

  await open(page, '/settings/keys');
  await expect(row.getByRole('cell').nth(3)).toContainText('today');
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Keep the key' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(row).toContainText('Revoked');
  await expectProblem(await withKey(desk, '/api/v1/imports', bearer), 401, 'not_signed_in');
});

test('a key that may make imports uploads without an Origin and without a session', async ({ page, desk }) => {
  const key = await make(page, `Uploader ${newBlock()}`, ['Make imports']);
  const headers = { 'x-api-key': key };
  const answer = await withKey(desk, '/api/v1/imports?fileName=by-key.csv', headers, {
    method: 'POST',
    body: csv(people(1)),
  });
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: number };
  expect((await withKey(desk, `/api/v1/imports/${id}`, headers)).status).toBe(200);
  await expectProblem(await withKey(desk, '/api/v1/customers', headers), 403, 'not_allowed');
});

test('a key without a name or a scope is not made', async ({ page }) => {
  await open(page, '/settings/keys');
  await page.getByRole('button', { name: 'Make an API key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the API key' }).click();
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  await expect(dialog.getByText('Choose what the key may do.')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toBeFocused();
});

test('a key lasts ten years at the most, and no stored number breaks the page', async ({ page, desk }) => {
  const name = `Eternal ${newBlock()}`;
  const create = (days: string) =>
    desk.admin(['create-key', '--name', name, '--scope', 'imports:read', '--days', days]);
  for (const days of ['100000000', '3651', '0', '1.5', 'x']) {
    await expect(create(days)).rejects.toThrow('--days is a whole number from 1 to 3650.');
  }
  await create('3650');
  await changeDatabase(desk, `update api_keys set expires_at = 8640001795350939 where name = '${name}'`);
  await open(page, '/settings/keys');
  await expect(rowOf(page, name)).toContainText('never');
});
