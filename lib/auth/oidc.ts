import { type Role, roles } from './permissions';

/** Single sign-on by an OpenID Connect provider. */
export interface OidcSettings {
  /** Without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
  /** The role of those who come without having been invited; null lets nobody in who has no place yet. */
  newPeople: Role | null;
  /** Whether an address counts as verified of which the provider does not say whether it is. */
  trustEmail: boolean;
}

/**
 * Single sign-on as the environment says: `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_NAME`, `OIDC_NEW_PEOPLE`,
 * `OIDC_TRUST_EMAIL`.
 * @returns null where it is not set up
 * @throws a sentence when it is set up by half
 */
export function readOidc(env: Record<string, string | undefined> = process.env): OidcSettings | null {
  const issuer = env.OIDC_ISSUER?.replace(/\/+$/, '');
  if (!issuer) return null;
  if (!URL.canParse(issuer)) throw new Error('OIDC_ISSUER is not an address.');
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NEW_PEOPLE: role } = env;
  if (!clientId || !clientSecret) throw new Error('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside it.');
  if (role && !roles.includes(role as Role)) throw new Error(`OIDC_NEW_PEOPLE is one of ${roles.join(', ')}.`);
  const name = env.OIDC_NAME || 'single sign-on';
  return {
    issuer,
    clientId,
    clientSecret,
    name,
    newPeople: (role as Role) || null,
    trustEmail: env.OIDC_TRUST_EMAIL === '1',
  };
}
