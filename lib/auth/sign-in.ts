import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { AuditStore, PeopleStore } from './account-store';
import { addressHeader } from './address';
import { logSignIn } from './log-sign-in';
import { noteJoining } from './note-joining';
import type { OidcSettings } from './oidc';
import { passwordLength } from './password';
import { placeFor } from './place-for';
import { providerPerson } from './provider-person';
import { unverifiedEmail } from './sign-on-refusals';

/** How long somebody stays signed in on a browser, in seconds; each day of use begins it anew. */
export const sessionSeconds = 14 * 86_400;
const renewedEvery = 86_400;

export interface SignInParts {
  /** The port by which better-auth keeps people and sessions. */
  database: NonNullable<BetterAuthOptions['database']>;
  /** Signs cookies and encrypts second factors; hexadecimal. */
  secret: string;
  /** As people open it, like `https://desk.example`. */
  baseUrl: string;
  store: AuditStore & PeopleStore;
  /** Whether a request came from a page of ours. */
  isOurs: (request: Request) => boolean;
  oidc: OidcSettings | null;
}

/** What a provider hands over is not needed again, and says who somebody is: it is not kept. */
const withoutTokens = { accessToken: null, refreshToken: null, idToken: null };

/** Sign-in, sessions and second factors, by better-auth. Nobody can sign up: people are made by an administrator. */
export function makeSignIn({ database, secret, baseUrl, store, isOurs, oidc }: SignInParts) {
  const onHttps = baseUrl.startsWith('https:');
  const noted = noteJoining(store);
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
      // Whoever has an account at the provider may have written any address into it. A place is only given, or one that
      // is there only taken, by an address that the provider has looked at.
      validateUserInfo: ({ user, source }) =>
        source.action !== 'sign-in' && source.method === 'oauth' && !user.emailVerified
          ? { error: unverifiedEmail }
          : undefined,
      additionalFields: {
        role: { type: 'string', required: true, input: false, defaultValue: oidc?.newPeople ?? 'viewer' },
        disabled: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionSeconds,
      updateAge: renewedEvery,
      // Ours: read with each session, written by the store alone.
      additionalFields: { lastUsedAt: { type: 'date', required: false, input: false } },
    },
    account: {
      modelName: 'accounts',
      // Who an administrator made a place for may come by the provider, by a verified address: no provider is trusted without.
      accountLinking: { enabled: true },
    },
    verification: { modelName: 'verifications' },
    databaseHooks: {
      user: {
        create: {
          // Only the provider's new people come this way.
          before: async (person) => ({
            data: { ...person, role: await placeFor(store, person, oidc?.newPeople ?? null) },
          }),
          after: async ({ id }) => noted.made(id),
        },
      },
      account: {
        create: {
          before: async (account) => {
            // Who may not come in is not linked either, and has no entry in the audit log under their name.
            if ((await store.readPerson(account.userId))?.disabled)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD' });
            return { data: { ...account, ...withoutTokens } };
          },
          after: async ({ providerId, userId }, context) => {
            if (providerId === 'oidc') await noted.linked(userId, context?.headers ?? new Headers());
          },
        },
        update: { before: async (account) => ({ data: { ...account, ...withoutTokens } }) },
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
                  mapProfileToUser: (profile) => ({
                    ...providerPerson(profile),
                    // Some providers never say it. A no stays a no.
                    ...(profile.email_verified === undefined && oidc.trustEmail && { emailVerified: true }),
                  }),
                },
              ],
            }),
          ]
        : []),
    ],
    // It would count by the address alone, so that a stranger could keep all others behind the same one from their own
    // account. What is asked of it is counted before it gets here: see throttle.ts.
    rateLimit: { enabled: false },
    advanced: {
      // One name for both would let a page on plain http set the cookie of the one on https.
      cookiePrefix: onHttps ? '__Host-import-desk' : 'import-desk',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: onHttps, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    // Its own page for errors is closed.
    onAPIError: { errorURL: `${baseUrl}/sign-in` },
    logger: { level: 'error', log: (level, message, ...more) => logSignIn(level, [message, ...more]) },
    telemetry: { enabled: false },
  });
}

export type SignIn = ReturnType<typeof makeSignIn>;
