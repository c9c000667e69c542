import type { Desk } from '@/app/desk';
import { findPerson } from '@/app/session';
import type { Person } from '@/lib/auth/actor';
import { audit } from '@/lib/auth/audit';
import type { AuditAction } from '@/lib/auth/audit-actions';
import type { SignInPath } from '@/lib/auth/sign-in-bodies';

/** What is written down when it went well. */
const written: Partial<Record<SignInPath, AuditAction>> = {
  '/sign-out': 'signed_out',
  '/change-password': 'password_changed',
  '/revoke-sessions': 'sessions_ended',
  '/revoke-other-sessions': 'sessions_ended',
  '/two-factor/disable': 'second_factor_off',
  '/two-factor/generate-backup-codes': 'recovery_codes_made',
};

const ways: Partial<Record<SignInPath, string>> = {
  '/two-factor/verify-totp': 'password and code',
  '/two-factor/verify-backup-code': 'recovery code',
};
export const wayOf = (path: SignInPath): string => ways[path] ?? 'password';

/** Whether there is nothing to end or to switch off, and so nothing to write down. Asked before it is done. */
export async function changesNothing(
  { signIn }: Desk,
  { path, before }: { path: SignInPath; before: Person | null },
): Promise<boolean> {
  if (path === '/two-factor/disable') return !before?.twoFactor;
  if (path !== '/revoke-other-sessions' || !before) return false;
  const { internalAdapter } = await signIn.$context;
  return (await internalAdapter.listSessions(before.id)).length < 2;
}

/** @param before who was signed in in this browser, which may be somebody else than who is now */
export async function writeDown(
  { store }: Desk,
  { path, headers, before }: { path: SignInPath; headers: Headers; before: Person | null },
  answer: Response,
): Promise<void> {
  const after = await whoCameIn(answer);
  const begun = path === '/sign-in/email' || !before;
  if (after && begun) await audit(store, after, headers, 'signed_in', undefined, { by: wayOf(path) });
  // The first right code is what switches the second factor on.
  else if (after && path === '/two-factor/verify-totp') await audit(store, after, headers, 'second_factor_on');
  const action = written[path];
  if (action && before) await audit(store, before, headers, action);
}

/** Whose session an answer of better-auth begins. */
export async function whoCameIn(answer: Response): Promise<Person | null> {
  const given = answer.headers.getSetCookie().map((each) => each.split(';')[0]!);
  return given.length === 0 ? null : findPerson(new Headers({ cookie: given.join('; ') }));
}
