/** Who may do what: the one table. Every page, action and route names a permission of it. */

/** What a person is, from the least to the most. */
export const roles = ['viewer', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What the key of a program may be made for. */
export const scopes = [
  'imports:read',
  'imports:write',
  'customers:read',
  'customers:write',
  'customers_create',
] as const;
export type Scope = (typeof scopes)[number];

interface Rule {
  roles: readonly Role[];
  /** Scopes of which a key needs one; a permission without any is for people only. */
  scopes: readonly Scope[];
}

const everyone = roles;
const editors = ['editor', 'administrator'] as const;
const administrators = ['administrator'] as const;

export const permissions = {
  /** Lists, rows, reports. Whoever uploads by a key has to follow up with it. */
  'imports:read': { roles: everyone, scopes: ['imports:read', 'imports:write'] },
  /** Upload, map, edit, submit, cancel: all imports, whoever began them. */
  'imports:write': { roles: editors, scopes: ['imports:write'] },
  'customers:read': { roles: everyone, scopes: ['customers:read'] },
  'customers:write': { roles: editors, scopes: ['customers:write'] },
  /** Creates customers later, by the scheduled bulk contract. */
  'customers:create': { roles: editors, scopes: ['customers_create'] },
  /** Sensitive values in clear. Each look at one is in the audit log. */
  'sensitive:read': { roles: administrators, scopes: [] },
  /** Removes a customer from everywhere, for good. */
  'customers:erase': { roles: administrators, scopes: [] },
  'people:manage': { roles: administrators, scopes: [] },
  'keys:manage': { roles: administrators, scopes: [] },
  'settings:manage': { roles: administrators, scopes: [] },
  'audit:read': { roles: administrators, scopes: [] },
  /** One's own password, sessions and second factor, and what one has read. */
  'account:own': { roles: everyone, scopes: [] },
} satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;
