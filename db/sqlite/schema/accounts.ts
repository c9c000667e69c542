/** Who may come in, by what, and what they did. People, sessions, accounts, verifications and second factors have the columns that better-auth wants. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

import { flag, moment, time } from '../columns';

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower-cased. */
    email: text('email').notNull(),
    emailVerified: flag('email_verified').notNull(),
    image: text('image'),
    role: text('role').notNull(),
    /** Who is disabled has no session and gets none. */
    disabled: flag('disabled').notNull(),
    twoFactorEnabled: flag('two_factor_enabled').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** Of whichever session, true to a minute; it stays when the session ends. */
    lastSeenAt: time('last_seen_at'),
  },
  (t) => [uniqueIndex('people_email').on(t.email)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('user_id').notNull(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** True to a minute; null until the first request. */
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId)],
);

/** How a person proves who they are: a password, or an account at the OIDC provider. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    /** Hashed with scrypt. */
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_provider').on(t.providerId, t.accountId), index('accounts_user').on(t.userId)],
);

/** What is waited for: the second factor after a password, the way back from the OIDC provider. */
export const verifications = sqliteTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);

export const twoFactors = sqliteTable(
  'two_factors',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    /** Encrypted with the secret key, as are the codes. */
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: flag('verified').notNull(),
    failedVerificationCount: integer('failed_verification_count'),
    lockedUntil: moment('locked_until'),
  },
  (t) => [index('two_factors_user').on(t.userId)],
);

/** A link by which a person takes a place; the token is only stored hashed. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    email: text('email').notNull(),
    role: text('role').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    /** Taken or withdrawn. */
    endedAt: time('ended_at'),
  },
  (t) => [uniqueIndex('invitations_token').on(t.tokenHash)],
);

/** Keys of programs, stored hashed. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The beginning of the key, by which a person knows it again. */
    prefix: text('prefix').notNull(),
    hash: text('hash').notNull(),
    /** A JSON list. */
    scopes: text('scopes').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: time('created_at').notNull(),
    expiresAt: time('expires_at'),
    lastUsedAt: time('last_used_at'),
    revokedAt: time('revoked_at'),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.hash)],
);

/** Who did what to which object, when and from where. Triggers refuse changes. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: time('at').notNull(),
    /** `person`, `key`, `shell` or `nobody`. */
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    objectKind: text('object_kind'),
    objectId: text('object_id'),
    /** JSON without personal data of customers. */
    details: text('details').notNull(),
    address: text('address'),
  },
  (t) => [
    index('audit_log_action').on(t.action, t.id),
    index('audit_log_actor').on(t.actorName, t.id),
    index('audit_log_object').on(t.objectKind, t.objectId, t.id),
  ],
);

/** What was asked for how often; buckets are named by who asks for what. */
export const rateLimits = sqliteTable('rate_limits', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  /** When the bucket is empty again. */
  endsAt: time('ends_at').notNull(),
});

/** What an administrator chose for the whole desk, as JSON. */
export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
