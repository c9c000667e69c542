import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { aPerson, signInOn } from '../../lib/testing/accounts';
import { type OpenStore, withTwo } from './with-two';

const password = 'a password to keep';
const day = 86_400_000;

/** What better-auth keeps comes back as it was, so that what should end does end. */
export const signInContract = (open: OpenStore) => {
  describe('the sign-in', () => {
    const { web } = withTwo(open, 'sign-in');
    const join = async (email: string) => {
      const signIn = signInOn(web());
      const { hash } = (await signIn.$context).password;
      const id = (await web().addPerson(aPerson(email, { passwordHash: await hash(password) })))!;
      let cookies: Record<string, string> = {};
      /** Asks as a browser does, which keeps what it is given. */
      const ask = async (path: string, body: object) => {
        const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
        const origin = 'http://localhost:3000';
        const headers = { origin, 'content-type': 'application/json', cookie: cookie.join('; ') };
        const url = `${origin}/api/auth${path}`;
        const answer = await signIn.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
        for (const set of answer.headers.getSetCookie()) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
          cookies[name!] = value!;
        }
        return { status: answer.status, ...(await answer.json()) };
      };
      const leave = () => {
        cookies = {};
      };
      const session = (disableRefresh = true) => {
        const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
        return signIn.api.getSession({
          headers: new Headers({ cookie: cookie.join('; ') }),
          query: { disableRefresh },
        });
      };
      const enter = () => ask('/sign-in/email', { email, password });
      const { adapter, internalAdapter } = await signIn.$context;
      return { id, ask, enter, leave, session, adapter, internalAdapter };
    };

    it('a session has the times with which it was made', async () => {
      const { id, enter, internalAdapter } = await join('times@example.com');
      await enter();
      const [session] = await internalAdapter.listSessions(id);
      expect(Math.abs(session!.createdAt.getTime() - Date.now())).toBeLessThan(60_000);
      expect(Math.abs(session!.expiresAt.getTime() - Date.now() - 14 * day)).toBeLessThan(60_000);
    });

    it('a session that is over lets nobody in, and one that is used is renewed after a day', async () => {
      const { id, enter, session, internalAdapter } = await join('over@example.com');
      await enter();
      const { token } = (await session())!.session;
      await internalAdapter.updateSession(token, { expiresAt: new Date(Date.now() + 12 * day) });
      const renewed = (await session(false))!.session;
      expect(renewed.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * day);
      await internalAdapter.updateSession(token, { expiresAt: new Date(Date.now() - 1000) });
      expect(await session()).toBeNull();
      expect(await internalAdapter.listSessions(id)).toEqual([]);
    });

    it('with a second factor on, password and code begin a session, and so does a recovery code', async () => {
      const { ask, enter, leave, session } = await join('factor@example.com');
      await enter();
      const { totpURI, backupCodes } = await ask('/two-factor/enable', { password });
      const app = new TOTP({ secret: Secret.fromBase32(new URL(totpURI).searchParams.get('secret')!) });
      expect(await ask('/two-factor/verify-totp', { code: app.generate() })).toMatchObject({ status: 200 });
      leave();
      expect(await enter()).toMatchObject({ status: 200, twoFactorRedirect: true });
      expect(await session()).toBeNull();
      const next = app.generate({ timestamp: Date.now() + 30_000 });
      expect(await ask('/two-factor/verify-totp', { code: next })).toMatchObject({ status: 200 });
      expect((await session())?.user.email).toBe('factor@example.com');
      leave();
      await enter();
      expect(await ask('/two-factor/verify-backup-code', { code: backupCodes[0] })).toMatchObject({ status: 200 });
      expect((await session())?.user.twoFactorEnabled).toBe(true);
    });
  });
};
