/** The way in: the set-up of a new desk, the sign-in, and what keeps others out. */
import { firstPerson, signIn } from '../scripts/run/first-person.mjs';
import { browserOf } from './browser';
import { newBlock } from './data';
import { expect, test } from './fixtures';
import { raw } from './raw';
import { switchOn } from './second-factor';
import { type Desk, serve } from './serve';
import { open } from './steps';

test.use({ storageState: { cookies: [], origins: [] } });

const person = (word: string) => {
  const block = newBlock();
  return {
    name: `${word} ${block}`,
    email: `${word}.${block}@example.com`.toLowerCase(),
    password: 'a password to try',
  };
};
const tryPassword = (desk: Desk, email: string, password: string) =>
  desk.call('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { cookie: '', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

test('a new desk opens on its set-up, which makes the first administrator by the link alone, and then never again', async ({
  page,
  faults,
}) => {
  const desk = await serve({}, { empty: true });
  await page.goto(`${desk.baseUrl}/`);
  await expect(page.getByRole('heading', { name: 'This desk is not set up yet' })).toBeVisible();
  await page.goto(`${desk.baseUrl}/set-up?code=guess`);
  await expect(page.getByText('The code in this address is not the right one.')).toBeVisible();

  const link = (await desk.admin(['set-up-link'])).trim();
  expect(new URL(link).origin).toBe(desk.baseUrl);
  await open(page, link);
  await page.getByLabel('Name').fill('First Person');
  await page.getByLabel('Email').fill('not an address');
  await page.getByRole('textbox', { name: 'Password' }).fill('short');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByText('Enter an email address like name@example.com.')).toBeVisible();
  await expect(page.getByText('Choose a password of 12 characters or more.')).toBeVisible();
  await page.getByLabel('Email').fill('First@Example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('long enough to keep');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();

  await expect(desk.admin(['set-up-link'])).rejects.toThrow('This desk is set up already.');
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  faults.end();
  await desk.stop();
});

test('who signs in is led back to where they wanted to go, and never to another site', async ({ page, desk }) => {
  await open(page, '/customers?q=x');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByLabel('Email').fill(firstPerson.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(firstPerson.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Customers', exact: true })).toBeVisible();
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await page.context().clearCookies();
    await open(page, `/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByLabel('Email').fill(firstPerson.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(firstPerson.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${desk.baseUrl}/imports`);
  }
});

test('a wrong password is refused in the same words as an account that nobody has', async ({ page, desk, faults }) => {
  faults.allow(/status of 401/);
  const { email, ...rest } = person('Known');
  await desk.makePerson({ email, ...rest }, 'viewer');
  const answers = await Promise.all(
    [email, `nobody.${newBlock()}@example.com`].map(async (each) => {
      const answer = await tryPassword(desk, each, 'not the password');
      return { status: answer.status, problem: await answer.json(), cookies: answer.headers.getSetCookie() };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 401, problem: { code: 'sign_in_refused' }, cookies: [] });
  await open(page, '/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Email or password is not right.' })).toBeFocused();
});

test('attempts are throttled for the account, whoever they come from, and leave others alone', async ({ desk }) => {
  const [known, other] = [person('Tried'), person('Other')];
  await desk.makePerson(known, 'viewer');
  await desk.makePerson(other, 'viewer');
  for (const email of [known.email, `nobody.${newBlock()}@example.com`]) {
    const statuses: number[] = [];
    for (let at = 0; at < 12; at++) {
      const answer = await tryPassword(desk, email, `guess ${at}`);
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await tryPassword(desk, email, known.password)).status).toBe(429);
  }
  expect((await tryPassword(desk, other.email, other.password)).status).toBe(200);
});

test('a sign-in that went well is held against nobody who comes from the same address', async ({ ownDesk: desk }) => {
  for (let at = 0; at < 55; at += 1) {
    expect((await tryPassword(desk, firstPerson.email, firstPerson.password)).status).toBe(200);
  }
});

test('a body is JSON that holds what is known and nothing else, so that what is counted is what is tried', async ({
  ownDesk: desk,
}) => {
  const someone = person('Body');
  await desk.makePerson(someone, 'viewer');
  const { email, password } = someone;
  const send = async (body: string, type = 'application/json') => {
    const headers = { cookie: '', 'content-type': type };
    const answer = await desk.call('/api/auth/sign-in/email', { method: 'POST', headers, body });
    return { status: answer.status, cookies: answer.headers.getSetCookie() };
  };
  const form = new URLSearchParams({ email, password }).toString();
  const json = JSON.stringify({ email, password });
  expect(await send(form, 'application/x-www-form-urlencoded')).toEqual({ status: 415, cookies: [] });
  expect(await send(json, 'text/plain')).toEqual({ status: 415, cookies: [] });
  expect(await send(form)).toEqual({ status: 400, cookies: [] });
  const twice = `{"email":"nobody@example.com",${json.slice(1)}`;
  expect(await send(twice)).toEqual({ status: 400, cookies: [] });
  for (const more of [{ rememberMe: false }, { callbackURL: 'https://x/Jane Doe' }, { email: [email] }]) {
    expect(await send(JSON.stringify({ email, password, ...more }))).toEqual({ status: 422, cookies: [] });
  }
  const other = JSON.stringify({ email: ` ${email.toUpperCase()} `, password: 'wrong' });
  for (let at = 0; at < 10; at += 1) expect((await send(other)).status).toBe(401);
  expect((await send(json)).status).toBe(429);
});

test('no browser is trusted without the second factor, and a code works once', async ({ desk }) => {
  const someone = person('Once');
  await desk.makePerson(someone, 'viewer');
  const { email, password } = someone;
  const browser = browserOf(desk);
  await browser.auth('/sign-in/email', { email, password });
  const { app, backupCodes } = await switchOn(browser, someone);
  await browser.auth('/sign-out');
  const enter = async () => {
    const answer = await browser.auth('/sign-in/email', { email, password });
    expect(await answer.json()).toMatchObject({ secondFactor: true });
  };
  const isIn = async () => (await browser.call('/api/v1/account')).status === 200;
  await enter();
  const code = app.code(0);
  for (const path of ['/two-factor/verify-totp', '/two-factor/verify-backup-code']) {
    const given = path.endsWith('totp') ? code : backupCodes[0];
    expect((await browser.auth(path, { code: given, trustDevice: true })).status).toBe(422);
  }
  expect((await browser.auth('/two-factor/verify-totp', { code })).status).toBe(200);
  expect(await isIn()).toBe(true);
  expect([...browser.cookies.keys()]).toEqual(['import-desk.session_token']);
  await browser.auth('/sign-out');
  await enter();
  const again = await browser.auth('/two-factor/verify-totp', { code });
  expect(again.status).toBe(401);
  expect((await again.json()).detail).toBe('This code was used already. Wait for the next one.');
  expect((await browser.auth('/two-factor/verify-totp', { code: '12 34' })).status).toBe(401);
  expect(await isIn()).toBe(false);
  expect((await browser.auth('/two-factor/verify-totp', { code: app.code(30) })).status).toBe(200);
  expect(await isIn()).toBe(true);
});

test('nothing of better-auth is open but what the desk uses', async ({ desk }) => {
  const closed = [
    '/sign-up/email',
    '/update-user',
    '/change-email',
    '/delete-user',
    '/get-session',
    '/revoke-session',
    '/list-sessions',
    '/ok',
  ];
  closed.push('/error', '/request-password-reset', '/reset-password', '/link-social', '/two-factor/send-otp', '/token');
  for (const path of closed) {
    for (const method of ['GET', 'POST']) {
      const answer = await raw(desk, `/api/auth${path}`, { method, headers: { origin: desk.baseUrl } });
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
  }
  const created = await raw(desk, '/api/auth/sign-up/email', {
    method: 'POST',
    headers: { origin: desk.baseUrl, 'content-type': 'application/json', cookie: '' },
    body: '{"email":"x@example.com","password":"a long password","name":"x"}',
  });
  expect(created.status).toBe(404);
});

test('the session is in a cookie that no script can read, and in no answer', async ({ desk }) => {
  const answer = await tryPassword(desk, firstPerson.email, firstPerson.password);
  const [cookie] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^import-desk\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = decodeURIComponent(/=([^.;]+)/.exec(cookie!)![1]!);
  expect(await answer.text()).not.toContain(token);
});

test('on https the cookie is for this host alone', async () => {
  const desk = await serve({ BASE_URL: 'https://desk.example' });
  const answer = await tryPassword(desk, firstPerson.email, firstPerson.password);
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^__Host-import-desk\.session_token=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect((await desk.call('/api/v1/imports')).status).toBe(200);
  await desk.stop();
});

test('a password that is reset from the shell ends all sessions', async ({ ownDesk: desk }) => {
  const someone = person('Locked');
  await desk.makePerson(someone, 'editor');
  const cookie = await signIn(desk.baseUrl, someone);
  const read = async () => (await desk.call('/api/v1/imports', { headers: { cookie } })).status;
  expect(await read()).toBe(200);
  await desk.admin(['reset-password', '--email', someone.email], 'a password quite new');
  expect(await read()).toBe(401);
  expect((await tryPassword(desk, someone.email, someone.password)).status).toBe(401);
  expect((await tryPassword(desk, someone.email, 'a password quite new')).status).toBe(200);
});

test('who is locked out by too many attempts gets in when the shell has reset the password', async ({
  ownDesk: desk,
}) => {
  const someone = person('Tries');
  await desk.makePerson(someone, 'editor');
  for (let at = 0; at < 11; at += 1) await tryPassword(desk, someone.email, `guess ${at}`);
  expect((await tryPassword(desk, someone.email, someone.password)).status).toBe(429);
  await desk.admin(['reset-password', '--email', someone.email], 'a password quite new');
  expect((await tryPassword(desk, someone.email, 'a password quite new')).status).toBe(200);
});
