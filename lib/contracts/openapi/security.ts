import { type Permission, permissions, type Role, type Scope } from '../../auth/permissions';

export const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key: `Authorization: Bearer KEY`' },
  plain: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'An API key: `Authorization: KEY`' },
  header: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'An API key: `x-api-key: KEY`' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'import-desk.session_token',
    description: 'The session of somebody who is signed in; on https its name begins with `__Host-`.',
  },
};

type Requirement = Record<string, readonly string[]>;
const ruleOf = (permission: Permission): { roles: readonly Role[]; scopes: readonly Scope[] } =>
  permissions[permission];

/**
 * The ways to be allowed something: a key with one of its scopes, sent in one of three ways, or a session.
 * @param also scopes that a key needs besides
 */
export function securityOf(permission: Permission | null, also: readonly Scope[] = []): Requirement[] {
  if (permission === null) return [];
  const { roles, scopes } = ruleOf(permission);
  const ways = ['bearer', 'plain', 'header'];
  const byKey = scopes.flatMap((scope) => ways.map((scheme) => ({ [scheme]: [scope, ...also] })));
  return [...byKey, { session: roles }];
}

/** Who may call it, as a sentence. */
export function whoMay(permission: Permission | null): string {
  if (permission === null) return 'For everybody: nobody has to be signed in.';
  const { roles, scopes } = ruleOf(permission);
  const people = roles.length === 3 ? 'everybody who is signed in' : `${roles.join(' or ')}, signed in`;
  if (scopes.length === 0) return `For people (${people}); no key may.`;
  return `Scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}; people: ${people}.`;
}
