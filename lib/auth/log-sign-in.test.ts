import { expect, it, vi } from 'vitest';
import { log } from '../log';
import { isOfBetterAuth, logSignIn } from './log-sign-in';

it('nothing that somebody sent gets into the log by a message of better-auth', () => {
  const written = vi.spyOn(log, 'error').mockReturnValue();
  const error = Object.assign(new Error('Invalid callbackURL: https://x/Jane Doe/123-45-6789'), { code: 'FORBIDDEN' });
  const said = [
    '[Better Auth]: Invalid callbackURL: https://x/Jane Doe/123-45-6789',
    error,
    { email: 'jane@example.com' },
  ];
  expect([isOfBetterAuth(said), isOfBetterAuth([error, '⨯']), isOfBetterAuth([])]).toEqual([true, false, false]);
  logSignIn('error', said);
  const text = JSON.stringify(written.mock.calls);
  expect(text).toContain('FORBIDDEN');
  expect(text).toContain('log-sign-in.test.ts');
  expect(text).not.toMatch(/Jane|6789|example\.com/);
});
