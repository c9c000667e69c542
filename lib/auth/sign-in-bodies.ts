/** What the sign-in takes by which path. Whatever else better-auth has, paths and parameters alike, is closed. */
import { z } from 'zod';
import { wayBack } from './way-back';

/** Characters of a text that is only compared; enough for every password that somebody could have. */
const most = 1000;
const password = z.string().max(most);
/** Counted, asked for and written down in the one form in which people are stored. */
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This is no email address.');
const code = z
  .string()
  .max(100)
  .transform((text) => text.replace(/\s/g, ''));
const ourPath = z
  .string()
  .max(most)
  .refine((to) => wayBack(to) === to, 'This is no path of this server.');
const nothing = z.strictObject({});
const byPassword = z.strictObject({ password });

export const signInBodies = {
  '/sign-in/email': z.strictObject({ email, password }),
  '/sign-in/social': z.strictObject({ provider: z.literal('oidc'), callbackURL: ourPath }),
  '/sign-out': nothing,
  '/change-password': z.strictObject({
    currentPassword: password,
    newPassword: password,
    revokeOtherSessions: z.boolean(),
  }),
  '/revoke-sessions': nothing,
  '/revoke-other-sessions': nothing,
  '/two-factor/enable': byPassword,
  '/two-factor/disable': byPassword,
  '/two-factor/generate-backup-codes': byPassword,
  '/two-factor/verify-totp': z.strictObject({ code }),
  '/two-factor/verify-backup-code': z.strictObject({ code }),
};

export type SignInPath = keyof typeof signInBodies;

export const isSignInPath = (path: string): path is SignInPath => Object.hasOwn(signInBodies, path);
