import { Refused } from '@/app/problem';
import { passwordLength } from '@/lib/auth/password';

const length = `A password has ${passwordLength.least} to ${passwordLength.most} characters.`;

/** What better-auth refuses, in our words. An account that is unknown, disabled or without a password gets the same ones. */
const refusals = {
  INVALID_EMAIL_OR_PASSWORD: [401, 'sign_in_refused', 'Email or password is not right.'],
  INVALID_EMAIL: [401, 'sign_in_refused', 'Email or password is not right.'],
  FAILED_TO_CREATE_SESSION: [401, 'sign_in_refused', 'Email or password is not right.'],
  INVALID_PASSWORD: [422, 'wrong_password', 'The present password is not right.'],
  PASSWORD_TOO_SHORT: [422, 'password_length', length],
  PASSWORD_TOO_LONG: [422, 'password_length', length],
  INVALID_CODE: [401, 'wrong_code', 'The code is not right. Enter the one that the app shows now.'],
  INVALID_BACKUP_CODE: [401, 'wrong_code', 'This recovery code is not right, or was used already.'],
  INVALID_TWO_FACTOR_COOKIE: [
    401,
    'too_late',
    'This step is over: it took too long, or codes were wrong. Sign in again with your password.',
  ],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [401, 'too_late', 'Too many codes were wrong. Sign in again with your password.'],
  UNAUTHORIZED: [401, 'not_signed_in', 'Sign in first.'],
  PROVIDER_NOT_FOUND: [404, 'not_found', 'Single sign-on is not set up.'],
  // Ours: better-auth says that there is no provider also where it could not reach the one there is.
  PROVIDER_AWAY: [
    503,
    'provider_away',
    'Single sign-on cannot be reached just now. Try again in a while, or sign in with a password.',
  ],
} satisfies Record<string, [status: number, code: string, detail: string]>;

type Known = keyof typeof refusals;

/** What better-auth would refuse like this, said before it is asked. */
export const refusalFor = (code: Known): Refused => new Refused(...(refusals[code] as [number, string, string]));

/** @param text the body of better-auth's answer */
export function refusalOf(status: number, text: string): Refused {
  const code = codeIn(text);
  if (code !== undefined && Object.hasOwn(refusals, code)) return refusalFor(code as Known);
  // Another request took a recovery code of the same person in the same moment; no code of better-auth says so.
  if (status === 409) return new Refused(401, 'wrong_code', 'A recovery code is being used already. Try again.');
  if (status >= 500) return new Refused(500, 'internal', 'Something went wrong. Nothing was lost; try again.');
  return new Refused(
    status === 401 ? 401 : 422,
    'does_not_fit',
    'The sign-in cannot take this. Look at what you entered.',
  );
}

/** The code of better-auth in the body of its answer. */
export function codeIn(text: string): string | undefined {
  try {
    const { code } = JSON.parse(text);
    return typeof code === 'string' ? code : undefined;
  } catch {
    return undefined;
  }
}
