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

it('how the provider refused to give tokens stands in the log, in words of the standard alone', () => {
  const written = vi.spyOn(log, 'error').mockReturnValue();
  logSignIn('error', ['Failed', { status: 401, statusText: 'Unauthorized', error: 'invalid_client', of: 'Jane' }]);
  logSignIn('error', ['Failed', { status: 500, statusText: 'Oops', error: 'Jane Doe' }]);
  logSignIn('error', ['Failed', { status: 500, statusText: 'Fetch Error', message: 'to jane.example.com' }]);
  expect(written.mock.calls.slice(-3).map(([line]) => (line as { cause?: string }).cause)).toEqual([
    'the provider of the single sign-on answered 401 invalid_client',
    'the provider of the single sign-on answered 500',
    'the provider of the single sign-on could not be reached',
  ]);
  expect(JSON.stringify(written.mock.calls)).not.toMatch(/Jane|jane/);
});
