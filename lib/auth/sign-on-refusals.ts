/** Why the single sign-on sent somebody back, in words for the sign-in page. */
export const signOnRefusals = {
  late: 'Single sign-on took too long, or was not begun in this browser. Try again.',
  unverified:
    'Single sign-on did not let you in: your provider does not say that your email address is verified. Ask an administrator.',
  no_email:
    'Single sign-on did not let you in: your provider does not tell a valid email address of yours. Ask an administrator.',
  refused: 'Single sign-on did not let you in. Ask an administrator for a place.',
  too_many: 'There were too many attempts. Try again in some minutes.',
  failed: 'Single sign-on did not work. Try again, or ask an administrator.',
} as const;

export type SignOnRefusal = keyof typeof signOnRefusals;

/** What refuses an address that the provider does not vouch for. */
export const unverifiedEmail = 'email_not_verified';

const byCode: Record<string, SignOnRefusal> = {
  state_mismatch: 'late',
  state_not_found: 'late',
  state_invalid: 'late',
  no_code: 'late',
  [unverifiedEmail]: 'unverified',
  // Somebody has the address, and nothing but a verified one would be linked to them.
  account_not_linked: 'unverified',
  signup_disabled: 'refused',
  access_denied: 'refused',
  NOT_SET_UP: 'refused',
  INVALID_EMAIL_OR_PASSWORD: 'refused',
  email_not_found: 'no_email',
};

/** @param code of better-auth or the provider, which anybody can make up */
export const signOnRefusal = (code: string | null): SignOnRefusal =>
  code !== null && Object.hasOwn(byCode, code) ? byCode[code]! : 'failed';

/** @param given what stands in the address of the sign-in page; undefined where nothing does */
export function signOnSentence(given: string | string[] | undefined): string | null {
  if (given === undefined) return null;
  const known = typeof given === 'string' && Object.hasOwn(signOnRefusals, given);
  return signOnRefusals[known ? (given as SignOnRefusal) : 'failed'];
}
