import { type Permission, permissions, type Role, type Scope } from './permissions';

/** A person who is signed in. */
export interface Person {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Whether a second factor is asked for at sign-in. */
  twoFactor: boolean;
}

/** A program, by its key. */
export interface KeyHolder {
  kind: 'key';
  id: string;
  name: string;
  scopes: readonly Scope[];
}

/** Who asks. */
export type Actor = Person | KeyHolder;

/** Whether someone has a permission, by the role of a person or the scopes of a key. */
export function may(actor: Actor, permission: Permission): boolean {
  const { roles, scopes }: { roles: readonly Role[]; scopes: readonly Scope[] } = permissions[permission];
  return actor.kind === 'person' ? roles.includes(actor.role) : actor.scopes.some((scope) => scopes.includes(scope));
}

/** How someone is named in lists and in the history. */
export const nameOf = (actor: Actor): string => (actor.kind === 'person' ? actor.name : `API key ${actor.name}`);
