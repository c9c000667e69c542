import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { log } from '../log';
import type { LimitStore, PeopleStore } from './account-store';
import { addressHeader } from './address';
import type { OidcSettings } from './oidc';
import { passwordLength } from './password';

/** How long somebody stays signed in on a browser, in seconds; each day of use begins it anew. */
export const sessionSeconds = 14 * 86_400;
const renewedEvery = 86_400;

/** What better-auth answers of ours; whatever else it has is closed. */
export const openPaths = [
  '/sign-in/email',
  '/sign-in/social',
  '/callback/oidc',
  '/sign-out',
  '/change-password',
  '/revoke-session',
  '/revoke-sessions',
  '/revoke-other-sessions',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
] as const;

export interface SignInParts {
  /** The port by which better-auth keeps people and sessions. */
  database: NonNullable<BetterAuthOptions['database']>;
  /** Signs cookies and encrypts second factors; hexadecimal. */
  secret: string;
  /** As people open it, like `https://desk.example`. */
  baseUrl: string;
  store: LimitStore & PeopleStore;
  /** Whether a request came from a page of ours. */
  isOurs: (request: Request) => boolean;
  oidc: OidcSettings | null;
}

/** Sign-in, sessions and second factors, by better-auth. Nobody can sign up: people are made by an administrator. */
export function makeSignIn({ database, secret, baseUrl, store, isOurs, oidc }: SignInParts) {
  const onHttps = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Import Desk',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    database,
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin');
      return request && origin && isOurs(request) ? [origin] : [];
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      modelName: 'people',
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: oidc?.newPeople ?? 'viewer' },
        disabled: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: sessionSeconds, updateAge: renewedEvery },
    account: {
      modelName: 'accounts',
      encryptOAuthTokens: true,
      // Who an administrator made a place for may come by the provider that the administrator named.
      accountLinking: { enabled: true, trustedProviders: ['oidc'] },
    },
    verification: { modelName: 'verifications' },
    databaseHooks: {
      user: {
        create: {
          before: async () => {
            // Only the provider's new people come this way; the first administrator comes by the set-up link.
            if ((await store.countPeople()) === 0) throw new APIError('FORBIDDEN', { code: 'NOT_SET_UP' });
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            const person = await store.readPerson(userId);
            if (!person || person.disabled) {
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
            }
          },
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Import Desk', twoFactorTable: 'twoFactors', backupCodeOptions: { amount: 10 } }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'oidc',
                  discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  disableSignUp: oidc.newPeople === null,
                },
              ],
            }),
          ]
        : []),
    ],
    rateLimit: {
      enabled: true,
      // Of better-auth's own buckets; the sign-in has its own two besides.
      window: 60,
      max: 60,
      // These are counted before they get here, by account and by address: see throttle.ts.
      customRules: { '/sign-in/*': false, '/two-factor/*': false },
      customStorage: {
        consume: async (key, rule) => {
          const wait = await store.takeFrom(`auth ${key}`, rule.max, rule.window * 1000);
          return { allowed: wait === 0, retryAfter: wait === 0 ? null : Math.ceil(wait / 1000) };
        },
      },
    },
    advanced: {
      // One name for both would let a page on plain http set the cookie of the one on https.
      cookiePrefix: onHttps ? '__Host-import-desk' : 'import-desk',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: onHttps, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: {
      level: 'error',
      log: (level, message) =>
        log[level === 'warn' ? 'warn' : level === 'error' ? 'error' : 'debug']({ from: 'sign-in' }, message),
    },
    telemetry: { enabled: false },
  });
}

export type SignIn = ReturnType<typeof makeSignIn>;
