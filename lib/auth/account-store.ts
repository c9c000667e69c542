/** What accounts ask of storage: types only. Sign-in itself keeps its sessions by better-auth's own port. */
import type { Role, Scope } from './permissions';
import type { SignInWay } from './ways-in';

export interface PersonRecord {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  twoFactorEnabled: boolean;
  createdAt: number;
  /** When they last asked for something, true to a minute, in ms since 1970; null who never did. */
  lastSeenAt: number | null;
}

export interface NewPerson {
  /** Made up where absent; likewise of invitations and keys. */
  id?: string;
  name: string;
  /** Lower-cased. */
  email: string;
  role: Role;
  /** Hashed by scrypt; null for a person who comes in by the OIDC provider only. */
  passwordHash: string | null;
}

export interface InvitationRecord {
  id: string;
  email: string;
  role: Role;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
}

export interface PeopleStore {
  countPeople(): Promise<number>;
  /** By name. */
  listPeople(): Promise<PersonRecord[]>;
  readPerson(id: string): Promise<PersonRecord | null>;
  findPerson(email: string): Promise<PersonRecord | null>;
  /**
   * Makes a person.
   * @param where `first` only where there is nobody yet; `invitation` takes that invitation, which must still be open
   * @returns their id, or null when somebody has the email, or `where` does not hold any more
   */
  addPerson(person: NewPerson, where?: { first?: boolean; invitation?: string }): Promise<string | null>;
  /**
   * Changes role or access. Who is disabled loses all sessions at once.
   * @param ways by which people can sign in at present
   * @returns false when nobody has the id, or no administrator would be left who can sign in
   */
  changePerson(id: string, changes: { role?: Role; disabled?: boolean }, ways: readonly SignInWay[]): Promise<boolean>;
  /** Sets a password, takes the second factor away where asked to, and ends all sessions. */
  resetPassword(id: string, passwordHash: string, more?: { secondFactor?: boolean }): Promise<void>;
  /** Ends the sign-ins of a person who gave their password and has to give a code yet. */
  endHalfSignIns(personId: string): Promise<void>;
  /** Notes that a person uses a session now. */
  touchSession(id: string, personId: string): Promise<void>;
  /** In the place of those that the email has so far; null where it has an account. */
  addInvitation(
    invitation: Omit<InvitationRecord, 'id' | 'createdAt'> & { id?: string },
    tokenHash: string,
  ): Promise<string | null>;
  /** Those that can still be taken, newest first. */
  listInvitations(): Promise<InvitationRecord[]>;
  /** Null when there is no such invitation, or it was taken, withdrawn, or is too old. */
  findInvitation(tokenHash: string): Promise<InvitationRecord | null>;
  endInvitation(id: string): Promise<boolean>;
}

export interface KeyRecord {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  revokedAt: number | null;
}

export interface KeyStore {
  addKey(
    key: Pick<KeyRecord, 'name' | 'prefix' | 'scopes' | 'createdBy' | 'expiresAt'> & { id?: string },
    hash: string,
  ): Promise<string>;
  /** Newest first, revoked ones too. */
  listKeys(): Promise<KeyRecord[]>;
  /** By their hashes, whatever became of them: the caller looks at expiry and revocation. */
  findKeys(hashes: string[]): Promise<Map<string, KeyRecord>>;
  /** Notes that a key is used now. */
  touchKey(id: string): Promise<void>;
  revokeKey(id: string): Promise<boolean>;
}

export const actorKinds = ['person', 'key', 'shell', 'nobody'] as const;

/** One line of the audit log. */
export interface AuditEntry {
  id: number;
  at: number;
  actorKind: (typeof actorKinds)[number];
  actorId: string | null;
  actorName: string;
  action: string;
  objectKind: string | null;
  objectId: string | null;
  /** Never personal data of customers. */
  details: Record<string, string | number | boolean | null | string[]>;
  address: string | null;
}

export type NewAuditEntry = Omit<AuditEntry, 'id' | 'at'>;

export interface AuditQuery {
  action?: string;
  actor?: string;
  objectKind?: string;
  objectId?: string;
  /** ms since 1970: from, inclusive, and to, exclusive. */
  from?: number;
  to?: number;
  /** Entries before this id. */
  before?: number;
  limit: number;
}

export interface AuditStore {
  writeAudit(entry: NewAuditEntry): Promise<void>;
  /** Newest first. */
  readAudit(query: AuditQuery): Promise<AuditEntry[]>;
}

export interface LimitStore {
  /**
   * Takes one from a bucket that holds `max` in a window.
   * @returns how long to wait in ms where it is empty, else 0
   */
  takeFrom(bucket: string, max: number, windowMs: number): Promise<number>;
  /** Whether something was taken from a bucket in its present window. */
  isTakenFrom(bucket: string): Promise<boolean>;
  /** Fills a bucket again, as after a sign-in that went well, and those within it, whose names go on behind a space. */
  refill(bucket: string): Promise<void>;
  /** Puts one back that was taken for what went well. */
  giveBack(bucket: string): Promise<void>;
}

export interface SettingStore {
  readSetting(name: string): Promise<unknown>;
  writeSetting(name: string, value: unknown): Promise<void>;
}

/** Ports by which an administrator has something done. */
export interface NotedAccounts extends PeopleStore, KeyStore, SettingStore {}

export interface AccountStore extends NotedAccounts, AuditStore, LimitStore {}
