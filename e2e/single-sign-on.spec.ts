/** Single sign-on against a real OpenID Connect provider, which runs in the test. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import Provider from 'oidc-provider';
import type { AuditView } from '../lib/contracts/audit-api';
import { freePort } from '../scripts/run/settings.mjs';
import { ask } from './by-api';
import { changeDatabase } from './change-database';
import { expect, test } from './fixtures';
import { raw } from './raw';
import { type Desk, serve } from './serve';
import { open } from './steps';

test.use({ storageState: { cookies: [], origins: [] } });

const secret = 'a secret of the client, long enough for it';

/** What a provider says of an address; nothing for logins that begin with `silent`. */
const verified = (email: string) => ({
  email_verified: email.startsWith('silent') ? undefined : !email.startsWith('unverified'),
});

/** What a provider says of a name; nothing for logins that begin with `nameless`. */
const nameOf = (email: string) => (email.startsWith('nameless') ? undefined : email.split('@')[0]);

/** A provider at which everybody is who they say: the login is the email. */
const startProvider = async (deskPort: number): Promise<{ issuer: string; server: Server }> => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'import-desk',
        client_secret: secret,
        redirect_uris: [`http://127.0.0.1:${deskPort}/api/auth/callback/oidc`],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, email) => ({
      accountId: email,
      claims: () => ({ sub: email, email, ...verified(email), name: nameOf(email) }),
    }),
  });
  const server = provider.listen(port, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { issuer, server };
};

/** A desk with a provider of its own. `stop` ends both. */
const startWithProvider = async (env: Record<string, string>, { empty = false } = {}) => {
  const port = await freePort();
  const { issuer, server } = await startProvider(port);
  const desk = await serve(
    { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'import-desk', OIDC_CLIENT_SECRET: secret, OIDC_NAME: 'Example ID', ...env },
    { port, empty },
  );
  expect((server.address() as AddressInfo).port).toBe(Number(new URL(issuer).port));
  const stop = async () => {
    await desk.stop();
    server.closeAllConnections();
    server.close();
  };
  return { desk, stop };
};

const withProvider = async (
  env: Record<string, string>,
  work: (desk: Desk) => Promise<void>,
  options?: { empty: boolean },
) => {
  const { desk, stop } = await startWithProvider(env, options);
  await work(desk).finally(stop);
};

/** One desk for the tests of a `describe`, one after the other, who each have people of their own. */
const sharedDesk = (env: Record<string, string>, use: (desk: Desk) => void) => {
  let started: Awaited<ReturnType<typeof startWithProvider>>;
  test.describe.configure({ mode: 'default' });
  test.beforeAll(async () => {
    started = await startWithProvider(env);
    use(started.desk);
  });
  test.afterAll(() => started.stop());
};

/** What stands in the audit log of somebody by their name, newest first. */
const written = async (desk: Desk, actor: string) => {
  const { entries } = await ask<{ entries: AuditView[] }>(desk, `/api/v1/audit?actor=${actor}`);
  return entries.map(({ action }) => action);
};

const signInAs = async (page: Page, desk: Desk, email: string) => {
  await page.context().clearCookies();
  await open(page, `${desk.baseUrl}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with Example ID' }).click();
  await proveTo(page, email);
};

const proveTo = async (page: Page, email: string) => {
  await page.getByPlaceholder('Enter any login').fill(email);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
};

test.describe('where strangers stay out', () => {
  let desk: Desk;
  sharedDesk({}, (shared) => {
    desk = shared;
  });

  test('who has a place comes in by the provider, and a stranger does not', async ({ page, faults }) => {
    faults.allow(/./);
    const before = await written(desk, 'Nobody');
    await desk.makePerson({ name: 'Olga', email: 'olga@example.com', password: 'a password to keep' }, 'viewer');
    await signInAs(page, desk, 'olga@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    await expect(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
    await signInAs(page, desk, 'stranger@example.com');
    await page.waitForURL(/\/sign-in\?error=refused$/);
    await expect(page.getByText('Single sign-on did not let you in. Ask an administrator for a place.')).toBeVisible();
    expect(await written(desk, 'Olga')).toEqual(['signed_in', 'sign_on_linked']);
    expect(await written(desk, 'Nobody')).toEqual(['sign_in_refused', ...before]);
    await signInAs(page, desk, 'olga@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    expect(await written(desk, 'Olga')).toEqual(['signed_in', 'signed_in', 'sign_on_linked']);
    faults.end();
  });

  test('who is disabled is neither let in nor linked', async ({ page, faults }) => {
    faults.allow(/./);
    const before = await written(desk, 'Nobody');
    await desk.makePerson({ name: 'Dora', email: 'dora@example.com', password: 'a password to keep' }, 'viewer');
    await changeDatabase(desk, "update people set disabled = 1 where email = 'dora@example.com'");
    await signInAs(page, desk, 'dora@example.com');
    await page.waitForURL(/\/sign-in\?error=refused$/);
    expect(await written(desk, 'Dora')).toEqual([]);
    expect(await written(desk, 'Nobody')).toEqual(['sign_in_refused', ...before]);
    faults.end();
  });

  test('a way back that nobody has begun ends on the sign-in page, with a sentence', async ({ page, faults }) => {
    faults.allow(/./);
    for (const query of ['?state=forged&code=x', '?error=Jane%20Doe', '']) {
      await page.goto(`${desk.baseUrl}/api/auth/callback/oidc${query}`);
      await page.waitForURL(/\/sign-in\?error=late$/);
      await expect(page.getByText('Single sign-on took too long, or was not begun in this browser.')).toBeVisible();
    }
    expect(desk.readLog()).not.toContain('Jane');
    // Any page can have a browser ask for it as often as it likes.
    for (let at = 0; at < 60; at++)
      await desk.call(`/api/auth/callback/oidc?state=${at}`, { redirect: 'manual', headers: { cookie: '' } });
    const signIn = { method: 'POST', body: JSON.stringify({ email: 'ada@example.com', password: 'wrong password' }) };
    const tried = await desk.call('/api/auth/sign-in/email', {
      ...signIn,
      headers: { cookie: '', 'content-type': 'application/json' },
    });
    expect(tried.status).toBe(401);
    faults.end();
  });

  test('what better-auth has to say stands in the log with the number of its request, without what was sent', async () => {
    const before = desk.readLog().length;
    const begun = await desk.call('/api/auth/sign-in/social', {
      method: 'POST',
      headers: { cookie: '', 'content-type': 'application/json' },
      body: JSON.stringify({ provider: 'oidc', callbackURL: '/imports' }),
    });
    const { url } = (await begun.json()) as { url: string };
    const state = new URL(url).searchParams.get('state')!;
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const answer = await raw(desk, `/api/auth/callback/oidc?state=${state}&code=forged-secret`, {
      headers: { cookie },
    });
    expect(answer.headers.location).toMatch(/^\/sign-in\?error=/);
    const lines = () =>
      desk
        .readLog()
        .slice(before)
        .split('\n')
        .filter((line) => line.includes('"from":"sign-in"'))
        .map((line) => JSON.parse(line).request);
    await expect.poll(lines).not.toEqual([]);
    expect(new Set(lines())).toEqual(new Set([answer.headers['x-request-id']]));
    expect(desk.readLog()).not.toContain('forged-secret');
  });

  test('who is invited comes in by the provider as what they were invited as', async ({ page, faults }) => {
    faults.allow(/./);
    await desk.admin(['create-user', '--email', 'invited@example.com', '--role', 'editor']);
    await signInAs(page, desk, 'invited@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    expect((await (await page.request.get(`${desk.baseUrl}/api/v1/account`)).json()).role).toBe('editor');
    faults.end();
  });
});

test.describe('where strangers become viewers', () => {
  let desk: Desk;
  sharedDesk({ OIDC_NEW_PEOPLE: 'viewer' }, (shared) => {
    desk = shared;
  });

  test('who comes without a name has that of their email', async ({ page, faults }) => {
    faults.allow(/./);
    await signInAs(page, desk, 'nameless@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    expect(await written(desk, 'nameless')).toEqual(['signed_in', 'sign_on_joined']);
    faults.end();
  });

  test('with OIDC_NEW_PEOPLE a stranger gets that role', async ({ page, faults }) => {
    faults.allow(/./);
    await signInAs(page, desk, 'new@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    const cookie = (await page.context().cookies(desk.baseUrl)).map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await desk.call('/api/v1/imports', { headers: { cookie } })).status).toBe(200);
    const upload = await desk.call('/api/v1/imports?fileName=a.csv', {
      method: 'POST',
      body: 'a',
      headers: { cookie },
    });
    expect(upload.status).toBe(403);
    expect(await written(desk, 'new')).toEqual(['signed_in', 'sign_on_joined']);
    faults.end();
  });
});

const unverified = /Single sign-on did not let you in: your provider does not say that your email address is verified/;

test('an address that the provider has not verified takes nobody’s place and gets no new one', async ({
  page,
  faults,
}) => {
  faults.allow(/./);
  await withProvider({ OIDC_NEW_PEOPLE: 'administrator' }, async (desk) => {
    const refused = async (email: string) => {
      await signInAs(page, desk, email);
      await page.waitForURL(/\/sign-in\?error=unverified$/);
      await expect(page.getByText(unverified)).toBeVisible();
      expect((await page.request.get(`${desk.baseUrl}/api/v1/account`)).status()).toBe(401);
    };
    for (const name of ['unverified', 'silent']) {
      const email = `${name}.known@example.com`;
      await desk.makePerson({ name, email, password: 'a password to keep' }, 'admin');
      await refused(email);
      await refused(`${name}.new@example.com`);
    }
    expect(await written(desk, 'Nobody')).toEqual(Array(4).fill('sign_in_refused'));
    faults.end();
  });
});

test('with OIDC_TRUST_EMAIL an address counts of which the provider says nothing, and a no stays a no', async ({
  page,
  faults,
}) => {
  faults.allow(/./);
  await withProvider({ OIDC_NEW_PEOPLE: 'viewer', OIDC_TRUST_EMAIL: '1' }, async (desk) => {
    await signInAs(page, desk, 'silent@example.com');
    await page.waitForURL(`${desk.baseUrl}/imports`);
    await signInAs(page, desk, 'unverified@example.com');
    await expect(page.getByText(unverified)).toBeVisible();
    faults.end();
  });
});

test('a provider that gives no tokens is told as that, to the person and in the log', async ({ page, faults }) => {
  faults.allow(/./);
  await withProvider({ OIDC_NEW_PEOPLE: 'viewer', OIDC_CLIENT_SECRET: 'another secret' }, async (desk) => {
    await signInAs(page, desk, 'new@example.com');
    await expect(page.getByText('Single sign-on did not work. Try again, or ask an administrator.')).toBeVisible();
    expect(desk.readLog()).toContain('the provider of the single sign-on answered 401 invalid_client');
    faults.end();
  });
});

test('a provider that is away is told as that, and not as if there were none', async ({ page, faults }) => {
  faults.allow(/./);
  const away = { OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
  const desk = await serve(away);
  try {
    await page.context().clearCookies();
    await open(page, `${desk.baseUrl}/sign-in`);
    await page.getByRole('button', { name: 'Sign in with single sign-on' }).click();
    await expect(page.getByText('Single sign-on cannot be reached just now.')).toBeVisible();
    expect(desk.readLog()).toContain('the provider of the single sign-on cannot be reached');
    faults.end();
  } finally {
    await desk.stop();
  }
});

test('on a desk that nobody has set up the provider makes nobody', async ({ page, faults }) => {
  faults.allow(/./);
  await withProvider(
    { OIDC_NEW_PEOPLE: 'administrator' },
    async (desk) => {
      await open(page, `${desk.baseUrl}/set-up`);
      // There is no button for it, but whoever knows the address can ask.
      const answer = await page.request.post(`${desk.baseUrl}/api/auth/sign-in/social`, {
        data: { provider: 'oidc', callbackURL: '/imports' },
        headers: { origin: desk.baseUrl },
      });
      await page.goto((await answer.json()).url);
      await proveTo(page, 'first@example.com');
      await page.waitForURL(`${desk.baseUrl}/set-up`);
      expect((await page.request.get(`${desk.baseUrl}/api/v1/imports`)).status()).toBe(401);
      faults.end();
    },
    { empty: true },
  );
});
