import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressHeader } from '@/lib/auth/address';
import type { SignInPath } from '@/lib/auth/sign-in-bodies';
import { ownLimits, signInLimits } from '@/lib/auth/throttle';
import { aPerson, signInOn } from '@/lib/testing/accounts';
import { withStore } from '@/lib/testing/test-store';
import { POST } from './route';

const store = withStore();
const held = globalThis as { importDesk?: Promise<unknown> };
const password = 'a password to keep';
const address = '10.0.0.1';

beforeAll(() => {
  held.importDesk = Promise.resolve({ store: store(), signIn: signInOn(store()), oidc: null });
});
afterAll(() => {
  held.importDesk = undefined;
});

/** Asks from the one address that all of these people share. */
const ask = async (path: SignInPath, body: object, cookie = '') => {
  const origin = 'http://localhost:3000';
  const headers = {
    host: 'localhost:3000',
    origin,
    'content-type': 'application/json',
    [addressHeader]: address,
    cookie,
  };
  const request = new Request(`${origin}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await POST(request, { params: Promise.resolve({ path: path.slice(1).split('/') }) });
  const given = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0]!)
    .join('; ');
  return { status: answer.status, wait: answer.headers.get('retry-after'), given, body: await answer.json() };
};

const signedIn = async (email: string) => {
  const { hash } = (await signInOn(store()).$context).password;
  await store().addPerson(aPerson(email, { passwordHash: await hash(password) }));
  const { status, given } = await ask('/sign-in/email', { email, password });
  expect(status).toBe(200);
  return given;
};
const changing = (currentPassword = password) => ({
  currentPassword,
  newPassword: `${password} anew`,
  revokeOtherSessions: false,
});

it('who is not signed in uses up nothing of those who are, whatever they ask for', async () => {
  const cookie = await signedIn('ann@example.com');
  const open: [SignInPath, object, number][] = [
    ['/change-password', changing(), 401],
    ['/two-factor/enable', { password }, 401],
    ['/two-factor/verify-totp', { code: '123456' }, 401],
    ['/two-factor/verify-backup-code', { code: 'abc' }, 401],
    ['/revoke-sessions', {}, 401],
    ['/revoke-other-sessions', {}, 401],
    ['/sign-out', {}, 200],
  ];
  for (const [path, body, status] of open) {
    const answers = await Promise.all(
      Array.from({ length: 65 }, () => ask(path, body, 'import-desk.session_token=x.y')),
    );
    expect(new Set(answers.map((answer) => answer.status)), path).toEqual(new Set([status]));
  }
  expect((await ask('/revoke-other-sessions', {}, cookie)).status).toBe(200);
  expect((await ask('/change-password', changing(), cookie)).status).toBe(200);
  await signedIn('bo@example.com');
  expect((await ask('/sign-out', {}, cookie)).status).toBe(200);
});

it('whoever is signed in is counted by who they are, also where others at their address fail', async () => {
  const [cookie, another] = [await signedIn('cy@example.com'), await signedIn('di@example.com')];
  for (let at = 0; at < signInLimits.perAddress; at += 1) {
    await ask('/sign-in/email', { email: `nobody${at}@example.com`, password: 'wrong' });
  }
  expect((await ask('/sign-in/email', { email: 'cy@example.com', password })).status).toBe(429);
  for (let at = 0; at < signInLimits.perAccount; at += 1) {
    expect((await ask('/change-password', changing('wrong'), cookie)).status).toBe(422);
  }
  expect((await ask('/change-password', changing(), cookie)).status).toBe(429);
  expect((await ask('/change-password', changing(), another)).status).toBe(200);
});

it('too many requests of one person are refused, and going is not', async () => {
  await store().refill(`sign-in address ${address}`);
  const cookie = await signedIn('ed@example.com');
  for (let at = 0; at < ownLimits.most; at += 1) {
    expect((await ask('/revoke-other-sessions', {}, cookie)).status).toBe(200);
  }
  const { status, wait, body } = await ask('/revoke-other-sessions', {}, cookie);
  expect(status).toBe(429);
  // The text says the same wait as the header.
  const [, count, unit] = /Try again in (\d+) (second|minute)s?\.$/.exec(body.detail)!;
  expect(Number(count) * (unit === 'minute' ? 60 : 1)).toBe(Number(wait));
  expect((await ask('/sign-out', {}, cookie)).status).toBe(200);
});

it('one recovery code that is used several times at once lets in one, and each of the others is told why not', async () => {
  await store().refill(`sign-in address ${address}`);
  const { email, cookie } = { email: 'flo@example.com', cookie: await signedIn('flo@example.com') };
  const { totpURI, backupCodes } = (await ask('/two-factor/enable', { password }, cookie)).body;
  const app = new TOTP({ secret: Secret.fromBase32(new URL(totpURI).searchParams.get('secret')!) });
  expect((await ask('/two-factor/verify-totp', { code: app.generate() }, cookie)).status).toBe(200);
  const halves = await Promise.all([1, 2, 3, 4].map(() => ask('/sign-in/email', { email, password })));
  const answers = await Promise.all(
    halves.map(({ given }) => ask('/two-factor/verify-backup-code', { code: backupCodes[0] }, given)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  const refused = answers.filter(({ status }) => status === 401);
  expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['wrong_code']));
});
