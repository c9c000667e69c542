import { describe, expect, it } from 'vitest';
import { isSignInPath, signInBodies } from './sign-in-bodies';

describe('what the sign-in takes', () => {
  it.each(Object.entries(signInBodies))('%s: nothing that it does not know', (_path, schema) => {
    const more = { trustDevice: true, rememberMe: false, idToken: { token: 'x' }, method: 'otp', disableSession: true };
    for (const [name, value] of Object.entries(more)) {
      const { error } = schema.safeParse({ [name]: value });
      expect(error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(name))).toBe(true);
    }
  });

  it('an email in the one form in which it is counted and asked for', () => {
    const schema = signInBodies['/sign-in/email'];
    expect(schema.parse({ email: ' Ada@Example.com ', password: 'p' }).email).toBe('ada@example.com');
    expect(schema.safeParse({ email: 'a\u0000@example.com', password: 'p' }).success).toBe(false);
  });

  it('a way back only to this server', () => {
    const schema = signInBodies['/sign-in/social'];
    const fits = (callbackURL: string) => schema.safeParse({ provider: 'oidc', callbackURL }).success;
    expect(['/imports', '/customers?q=Jane'].map(fits)).toEqual([true, true]);
    expect(['https://x/Jane Doe/123-45-6789', '//evil.example', '/\\evil', 'javascript:x', ''].some(fits)).toBe(false);
  });

  it('no path of other names', () => {
    expect(isSignInPath('/sign-in/email')).toBe(true);
    expect(['toString', '__proto__', '/revoke-session', '/sign-up/email'].some(isSignInPath)).toBe(false);
  });
});
