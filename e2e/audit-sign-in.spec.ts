/** The sign-in in the audit log: who, whatever goes along with a request. */

import type { AuditView } from '../lib/contracts/audit-api';
import { firstPerson } from '../scripts/run/first-person.mjs';
import { somebody } from './as-somebody';
import { browserOf } from './browser';
import { ask } from './by-api';
import { newBlock } from './data';
import { expect, test } from './fixtures';
import { switchOn } from './second-factor';
import type { Desk } from './serve';

const entries = async (desk: Desk, filter: Record<string, string>) =>
  (await ask<{ entries: AuditView[] }>(desk, `/api/v1/audit?${new URLSearchParams(filter)}`)).entries;
const signIn = ({ email, password }: { email: string; password: string }) => ({ email, password });

for (const junk of [{ 'x-api-key': 'junk' }, { authorization: 'Bearer junk' }] as Record<string, string>[]) {
  test(`what people do with their account stands under their name, also with ${Object.keys(junk)}`, async ({
    desk,
  }) => {
    const me = await somebody(desk, 'viewer', 'Deed');
    const { password } = me;
    const plain = browserOf(desk);
    const browser = { ...plain, auth: (path: string, body?: object) => plain.auth(path, body, junk) };
    await browser.auth('/sign-in/email', signIn(me));
    await switchOn(browser, me);
    await browser.auth('/two-factor/generate-backup-codes', { password });
    await browser.auth('/two-factor/disable', { password });
    const newPassword = 'another long password';
    await browser.auth('/change-password', { currentPassword: password, newPassword, revokeOtherSessions: false });
    await browser.auth('/revoke-sessions');
    await browser.auth('/sign-in/email', { email: me.email, password: newPassword });
    await browser.auth('/sign-out');
    expect((await entries(desk, { actor: me.name })).map(({ action }) => action)).toEqual([
      'signed_out',
      'signed_in',
      'sessions_ended',
      'password_changed',
      'second_factor_off',
      'recovery_codes_made',
      'second_factor_on',
      'signed_in',
      // By `somebody`, in the browser of the test.
      'signed_in',
    ]);
  });

  test(`guesses at the present password count against the account, also with ${Object.keys(junk)}`, async ({
    ownDesk: desk,
  }) => {
    const me = await somebody(desk, 'viewer', 'Guess');
    const browser = browserOf(desk);
    await browser.auth('/sign-in/email', signIn(me));
    const statuses: number[] = [];
    for (let at = 0; at < 11; at += 1)
      statuses.push((await browser.auth('/two-factor/enable', { password: `guess ${at}` }, junk)).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429]);
  });
}

test('a sign-in in the browser of somebody else stands under the name of who came in', async ({ desk }) => {
  const viewer = await somebody(desk, 'viewer', 'First');
  const admin = await somebody(desk, 'admin', 'Second');
  const browser = browserOf(desk);
  await browser.auth('/sign-in/email', signIn(viewer));
  const before = (await entries(desk, { actor: admin.name, action: 'signed_in' })).length;
  expect((await browser.auth('/sign-in/email', signIn(admin))).status).toBe(200);
  expect(await (await browser.call('/api/v1/account')).json()).toMatchObject({ name: admin.name });
  expect(await entries(desk, { actor: admin.name, action: 'signed_in' })).toHaveLength(before + 1);
});

test('what changes nothing leaves no entry', async ({ desk }) => {
  const me = await somebody(desk, 'viewer', 'Idle');
  const browser = browserOf(desk);
  await browser.auth('/sign-in/email', signIn(me));
  expect((await browser.auth('/revoke-session', { token: 'unknown' })).status).toBe(404);
  await browser.auth('/revoke-other-sessions');
  const signedIn = (await entries(desk, { actor: me.name })).length;
  for (const path of ['/revoke-other-sessions', '/two-factor/disable'])
    expect((await browser.auth(path, path.startsWith('/two') ? { password: me.password } : {})).status).toBe(200);
  await browserOf(desk).auth('/sign-out');
  expect(await entries(desk, { actor: me.name })).toHaveLength(signedIn);
});

test('wrong codes are in the audit log, and too many lock the second factor for as long as the answer says', async ({
  ownDesk: desk,
}) => {
  const me = await somebody(desk, 'editor', 'Lock');
  const browser = browserOf(desk);
  await browser.auth('/sign-in/email', signIn(me));
  const { app } = await switchOn(browser, me);
  const { id } = await (await browser.call('/api/v1/account')).json();
  await browser.auth('/sign-out');
  for (let at = 0; at < 10; at += 1) {
    if (at % 5 === 0) await browser.auth('/sign-in/email', signIn(me));
    const code = [0, 30, -30].map((ahead) => app.code(ahead)).includes('000000') ? '111111' : '000000';
    expect((await browser.auth('/two-factor/verify-totp', { code })).status).toBe(401);
  }
  const refused = await entries(desk, { action: 'sign_in_refused', objectKind: 'person', objectId: id });
  expect(refused).toHaveLength(10);
  expect(refused[0]!.details).toEqual({ by: 'password and code' });
  await browser.auth('/sign-in/email', signIn(me));
  const locked = await browser.auth('/two-factor/verify-totp', { code: app.code(0) });
  expect(locked.status).toBe(429);
  const seconds = Number(locked.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(14 * 60);
  expect(seconds).toBeLessThanOrEqual(15 * 60);
  expect((await locked.json()).detail).toBe('Too many attempts. Try again in 15 minutes.');
});

test('nobody can tell from an entry which address was tried that nobody has', async ({ desk }) => {
  const email = `nobody.${newBlock()}@example.com`;
  await browserOf(desk).auth('/sign-in/email', { email, password: firstPerson.password });
  const [entry] = await entries(desk, { action: 'sign_in_refused' });
  expect(JSON.stringify(entry)).not.toContain(email);
});
