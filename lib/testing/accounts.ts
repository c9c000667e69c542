import type { Person } from '../auth/actor';
import type { Role } from '../auth/permissions';
import { makeSignIn, type SignIn } from '../auth/sign-in';
import type { Store } from '../store';

export const aPerson = (email: string, more: object = {}) => ({
  name: `Person ${email}`,
  email,
  role: 'editor' as const,
  passwordHash: null,
  ...more,
});

/** Who asks, as somebody of that role. */
export const asking = (role: Role): Person => ({
  ...{ kind: 'person', id: 'asking', name: 'Asking', email: 'asking@example.com', role, twoFactor: false },
});

/** The sign-in on a store, as the web server has it. */
export const signInOn = (store: Store): SignIn =>
  makeSignIn({
    database: store.signIn,
    secret: 'c0de'.repeat(16),
    baseUrl: 'http://localhost:3000',
    store,
    isOurs: () => true,
    oidc: null,
  });

/** Something in every table of accounts. */
export async function fillAccounts(store: Store): Promise<void> {
  const id = (await store.addPerson(aPerson('ada@example.com', { role: 'administrator' }), { first: true }))!;
  await store.resetPassword(id, 'hash');
  const context = await signInOn(store).$context;
  await context.internalAdapter.createSession(id);
  await context.internalAdapter.createVerificationValue({
    identifier: '2fa',
    value: id,
    expiresAt: new Date(Date.now() + 60_000),
  });
  const secondFactor = { userId: id, secret: 'sealed', backupCodes: 'sealed', verified: true };
  await context.adapter.create({ model: 'twoFactors', data: secondFactor });
  const expiresAt = Date.now() + 86_400_000;
  await store.addInvitation({ email: 'bo@example.com', role: 'viewer', createdBy: 'Ada', expiresAt }, 'token');
  await store.addKey(
    { name: 'ERP', prefix: 'idk_', scopes: ['imports:read'], createdBy: 'Ada', expiresAt: null },
    'hash',
  );
  const actor = { actorKind: 'person' as const, actorId: id, actorName: 'Ada' };
  const object = { objectKind: 'import', objectId: '1' };
  await store.writeAudit({ ...actor, ...object, action: 'import_uploaded', details: { rows: 3 }, address: '10.0.0.1' });
  await store.takeFrom('bucket', 3, 60_000);
  await store.writeSetting('retentionDays', 90);
}
