import { describe, expect, it } from 'vitest';
import { aPerson, signInOn } from '../../lib/testing/accounts';
import { newImport } from '../../lib/testing/sheet';
import { type OpenStore, withTwo } from './with-two';

const ways = ['credential'] as const;

export const accountContract = (open: OpenStore) => {
  describe('the first person', () => {
    const { web, worker } = withTwo(open, 'first person');

    it('is made once, whoever asks at the same time', async () => {
      const made = await Promise.all(
        Array.from({ length: 6 }, (_, at) =>
          (at % 2 ? web() : worker()).addPerson(aPerson(`first.${at}@example.com`), { first: true }),
        ),
      );
      expect(made.filter((id) => id !== null)).toHaveLength(1);
      expect(await web().countPeople()).toBe(1);
      expect(await web().addPerson(aPerson('late@example.com'), { first: true })).toBeNull();
    });
  });

  describe('people', () => {
    const { web, worker } = withTwo(open, 'people');

    it('have an email that nobody else has, in whatever case', async () => {
      const id = await web().addPerson(aPerson('Ann@Example.com'));
      expect(id).not.toBeNull();
      expect(await worker().addPerson(aPerson('ann@example.com'))).toBeNull();
      expect(await web().findPerson('ANN@example.com')).toMatchObject({ id, email: 'ann@example.com', role: 'editor' });
    });

    it('always leave one administrator who can sign in', async () => {
      const ids = await Promise.all(
        ['one', 'two'].map((name) =>
          web().addPerson(aPerson(`${name}@admin.example`, { role: 'administrator', passwordHash: 'hash' })),
        ),
      );
      const [one, two] = ids as [string, string];
      // Each takes the other's role away at the same moment.
      const changed = await Promise.all([
        web().changePerson(one, { role: 'viewer' }, ways),
        worker().changePerson(two, { disabled: true }, ways),
      ]);
      expect(changed.filter(Boolean)).toHaveLength(1);
      const last = changed[0] ? two : one;
      expect(await web().changePerson(last, { disabled: true }, ways)).toBe(false);
      expect(await web().changePerson(last, { role: 'editor' }, ways)).toBe(false);
      expect(await web().changePerson(last, { role: 'administrator', disabled: false }, ways)).toBe(true);
      expect(await web().changePerson('nobody', { role: 'viewer' }, ways)).toBe(false);
    });

    it('count as administrators who can sign in only by the ways there are', async () => {
      const [one] = (await web().listPeople()).filter(({ role, disabled }) => role === 'administrator' && !disabled);
      const two = (await web().addPerson(aPerson('sso@admin.example', { role: 'administrator' })))!;
      const { internalAdapter } = await signInOn(web()).$context;
      await internalAdapter.createAccount({ userId: two, providerId: 'oidc', accountId: 'sub' });
      expect(await web().changePerson(one!.id, { role: 'viewer' }, ['credential'])).toBe(false);
      expect(await web().changePerson(one!.id, { disabled: true }, ['credential'])).toBe(false);
      expect(await web().changePerson(one!.id, { role: 'viewer' }, ['credential', 'oidc'])).toBe(true);
      expect(await web().changePerson(two, { role: 'viewer' }, ['credential', 'oidc'])).toBe(false);
      await web().changePerson(one!.id, { role: 'administrator' }, ways);
    });

    it('take an invitation once, while it is open', async () => {
      const invitation = { email: 'guest@example.com', role: 'viewer' as const, createdBy: 'Ada' };
      const expiresAt = Date.now() + 60_000;
      const id = (await web().addInvitation({ ...invitation, expiresAt }, 'hash of a token'))!;
      expect(await worker().findInvitation('hash of a token')).toMatchObject({ id, ...invitation });
      const takes = [1, 2, 3].map((at) =>
        (at % 2 ? web() : worker()).addPerson(aPerson(`guest${at}@example.com`), { invitation: id }),
      );
      expect((await Promise.all(takes)).filter((made) => made !== null)).toHaveLength(1);
      expect(await web().findInvitation('hash of a token')).toBeNull();
      expect(await web().listInvitations()).toEqual([]);
      await web().addInvitation({ ...invitation, expiresAt: Date.now() - 1 }, 'too old');
      expect(await web().findInvitation('too old')).toBeNull();
    });

    it('have one open invitation for an email, however many are made at once, and none with an account', async () => {
      const expiresAt = Date.now() + 60_000;
      const emails = ['often1@example.com', 'often2@example.com', 'often3@example.com'];
      const invited = (email: string, at: number) =>
        (at % 2 ? web() : worker()).addInvitation(
          { email, role: 'viewer', createdBy: 'Ada', expiresAt },
          `${email} ${at}`,
        );
      const openFor = async (email: string) => (await web().listInvitations()).filter((each) => each.email === email);
      for (const email of emails) {
        await Promise.all(Array.from({ length: 8 }, (_, at) => invited(email, at)));
        expect(await openFor(email)).toHaveLength(1);
        // Somebody joins while others invite them.
        await Promise.all([web().addPerson(aPerson(email)), invited(email, 8), invited(email, 9)]);
        expect(await openFor(email)).toEqual([]);
        expect(await invited(email, 10)).toBeNull();
      }
    });

    it('lose sign-ins that are half done, and nobody else does', async () => {
      const [one, two] = await Promise.all(
        ['half.one', 'half.two'].map((name) => web().addPerson(aPerson(`${name}@example.com`))),
      );
      const { internalAdapter } = await signInOn(web()).$context;
      const begin = async (id: string) => {
        const identifier = `2fa-${id}`;
        const expiresAt = new Date(Date.now() + 60_000);
        await internalAdapter.createVerificationValue({ identifier, value: id, expiresAt });
        return async () => (await internalAdapter.findVerificationValue(identifier)) !== null;
      };
      const [first, second] = [await begin(one!), await begin(two!)];
      await worker().endHalfSignIns(one!);
      expect([await first(), await second()]).toEqual([false, true]);
      await worker().resetPassword(two!, 'hash');
      expect(await second()).toBe(false);
    });

    it('lose their sessions when they are disabled, and when their password is reset', async () => {
      const id = (await web().addPerson(aPerson('leaving@example.com')))!;
      const { internalAdapter } = await signInOn(web()).$context;
      const signIn = async () => (await internalAdapter.createSession(id)).token;
      const lasts = async (token: string) => (await internalAdapter.findSession(token)) !== null;
      const first = await signIn();
      expect(await lasts(first)).toBe(true);
      await worker().resetPassword(id, 'hash');
      expect(await lasts(first)).toBe(false);
      const second = await signIn();
      await worker().changePerson(id, { disabled: true }, ways);
      expect(await lasts(second)).toBe(false);
    });
  });

  describe('the last use', () => {
    const { web, worker } = withTwo(open, 'last use');

    it('is noted for a session, without renewing it, and for its person when the session is over too', async () => {
      const id = (await web().addPerson(aPerson('seen@example.com')))!;
      expect((await web().readPerson(id))!.lastSeenAt).toBeNull();
      const { internalAdapter } = await signInOn(web()).$context;
      const { token, id: session } = await internalAdapter.createSession(id);
      const used = async () =>
        (await internalAdapter.findSession(token))!.session as { lastUsedAt?: Date; updatedAt: Date };
      const { updatedAt } = await used();
      await web().touchSession(session, id);
      const first = await used();
      expect(Math.abs(first.lastUsedAt!.getTime() - Date.now())).toBeLessThan(60_000);
      expect(first.updatedAt).toEqual(updatedAt);
      await internalAdapter.deleteSession(token);
      expect((await worker().readPerson(id))!.lastSeenAt).toBeGreaterThanOrEqual(first.lastUsedAt!.getTime());
    });
  });

  describe('keys, limits, settings and the audit log', () => {
    const { web, worker } = withTwo(open, 'keys');

    it('a key is found by its hash, and revoked once', async () => {
      const made = { name: 'ERP', prefix: 'idk_abc', createdBy: 'Ada', expiresAt: null };
      const id = await web().addKey({ ...made, scopes: ['imports:read', 'customers:write'] }, 'hash of a key');
      expect((await worker().findKeys(['idk_abc', 'hash of a key'])).get('hash of a key')).toMatchObject({
        id,
        ...made,
        revokedAt: null,
        lastUsedAt: null,
      });
      expect([...(await worker().findKeys(['idk_abc'])).keys()]).toEqual([]);
      await worker().touchKey(id);
      expect((await web().listKeys())[0]!.lastUsedAt).toBeGreaterThan(0);
      expect([await web().revokeKey(id), await worker().revokeKey(id)]).toEqual([true, false]);
      expect((await web().findKeys(['hash of a key'])).get('hash of a key')!.revokedAt).toBeGreaterThan(0);
    });

    it('a bucket gives as many as it holds, counted by whoever asks at the same time', async () => {
      const waits = await Promise.all(
        Array.from({ length: 9 }, (_, at) => (at % 2 ? web() : worker()).takeFrom('door', 5, 60_000)),
      );
      expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
      for (const wait of waits.filter((each) => each > 0)) expect(wait).toBeLessThanOrEqual(60_000);
      expect(await web().takeFrom('another door', 5, 60_000)).toBe(0);
      await web().giveBack('another door');
      await web().giveBack('another door');
      await web().giveBack('no door');
      const again = [await web().takeFrom('another door', 1, 60_000), await web().takeFrom('another door', 1, 60_000)];
      expect(again).toEqual([0, expect.any(Number)]);
      expect(again[1]).toBeGreaterThan(0);
      await web().refill('door');
      expect(await worker().takeFrom('door', 5, 1)).toBe(0);
    });

    it('a bucket is full again when its window is over', async () => {
      expect([await web().takeFrom('short', 1, 40), await web().takeFrom('short', 1, 40)]).toEqual([
        0,
        expect.any(Number),
      ]);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await web().takeFrom('short', 1, 40)).toBe(0);
    });

    it('what was written down is found by who, what and when, newest first', async () => {
      const entry = (action: string, actorName: string) => ({
        ...{ actorKind: 'person' as const, actorId: 'p', actorName, action, address: null },
        ...{ objectKind: 'import', objectId: '7', details: { rows: 2, fields: ['email'] } },
      });
      for (const action of ['import_uploaded', 'import_mapped', 'import_submitted']) {
        await web().writeAudit(entry(action, 'Ada'));
        await worker().writeAudit(entry(action, 'Bo'));
      }
      const all = await web().readAudit({ limit: 10 });
      expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a));
      expect(all[0]).toMatchObject(entry('import_submitted', 'Bo'));
      expect(await web().readAudit({ actor: 'Ada', limit: 2 })).toHaveLength(2);
      expect(await web().readAudit({ action: 'import_mapped', limit: 10 })).toHaveLength(2);
      expect(await web().readAudit({ before: all[3]!.id, limit: 10 })).toHaveLength(2);
      expect(await web().readAudit({ objectKind: 'import', objectId: '8', limit: 10 })).toEqual([]);
      expect(await web().readAudit({ from: Date.now() + 1000, limit: 10 })).toEqual([]);
    });

    it('an entry is written with what it tells of, or not at all', async () => {
      const about = (action: string, objectKind: string, objectId: string | null = null) => ({
        ...{ actorKind: 'person' as const, actorId: 'p', actorName: 'Ada', address: null, details: {} },
        ...{ action, objectKind, objectId },
      });
      const found = async (action: string) => (await web().readAudit({ action, limit: 10 })).map((one) => one.objectId);
      const by = web().noting(about('import_made', 'import'));
      const ids = [await by.createImport(newImport({})), await by.createImport(newImport({}))];
      expect(await found('import_made')).toEqual([String(ids[0])]);
      expect(await web().claimJob('somebody')).toMatchObject({ kind: 'read', importId: ids[0] });
      expect(
        await web()
          .noting(about('revoked', 'key', 'none'))
          .revokeKey('none'),
      ).toBe(false);
      expect(await found('revoked')).toEqual([]);
      const taken = { ...aPerson('noted@example.com'), id: 'noted' };
      expect(
        await web()
          .noting(about('person_made', 'person', 'noted'))
          .addPerson(taken),
      ).toBe('noted');
      expect(
        await worker()
          .noting(about('person_made', 'person', 'other'))
          .addPerson({ ...taken, id: 'other' }),
      ).toBeNull();
      expect(await found('person_made')).toEqual(['noted']);
    });

    it('settings are kept', async () => {
      expect(await web().readSetting('nothing')).toBeNull();
      await web().writeSetting('days', 90);
      await worker().writeSetting('days', 30);
      expect(await web().readSetting('days')).toBe(30);
    });
  });
};
