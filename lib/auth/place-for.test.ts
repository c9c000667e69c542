import { beforeAll, expect, it } from 'vitest';
import { aPerson } from '../testing/accounts';
import { withStore } from '../testing/test-store';
import type { OidcSettings } from './oidc';
import { makeSignIn } from './sign-in';

const store = withStore();
const provider = { issuer: 'https://id.example', clientId: 'desk', clientSecret: 's', name: 'ID', trustEmail: false };

/** Somebody comes by the provider for the first time. @returns their role */
const comes = async (email: string, newPeople: OidcSettings['newPeople'], emailVerified = true) => {
  const signIn = makeSignIn({
    ...{ database: store().signIn, secret: 'c0de'.repeat(16), baseUrl: 'http://localhost:3000', store: store() },
    ...{ isOurs: () => true, oidc: { ...provider, newPeople } },
  });
  const { internalAdapter } = await signIn.$context;
  const account = { providerId: 'oidc', accountId: email };
  await internalAdapter.createOAuthUser({ email, name: 'New', emailVerified }, account);
  return (await store().findPerson(email))?.role;
};
const invite = (email: string, expiresAt = Date.now() + 60_000) =>
  store().addInvitation({ email, role: 'editor', createdBy: 'Ada', expiresAt }, `hash of ${email} ${expiresAt}`);

beforeAll(async () => {
  await expect(comes('early@example.com', 'viewer')).rejects.toMatchObject({ body: { code: 'NOT_SET_UP' } });
  await store().addPerson(aPerson('ada@example.com', { role: 'administrator' }), { first: true });
});

const refused = { body: { code: 'signup_disabled' } };

it('who is invited comes in as what they were invited as, and takes the invitation', async () => {
  await invite('bo@example.com');
  expect(await comes('Bo@example.com', null)).toBe('editor');
  await invite('cy@example.com');
  expect(await comes('cy@example.com', 'viewer')).toBe('editor');
  expect(await store().listInvitations()).toEqual([]);
});

it('an address that the provider has not verified takes no invitation', async () => {
  await invite('di@example.com');
  await expect(comes('di@example.com', null, false)).rejects.toMatchObject(refused);
  expect(await store().listInvitations()).toHaveLength(1);
});

it('without an invitation that holds they get what new people get, or nothing', async () => {
  await invite('ed@example.com', Date.now() - 1);
  const withdrawn = await invite('flo@example.com');
  await store().endInvitation(withdrawn!);
  for (const email of ['ed@example.com', 'flo@example.com', 'gus@example.com']) {
    await expect(comes(email, null)).rejects.toMatchObject(refused);
    expect(await comes(email, 'viewer')).toBe('viewer');
  }
});
