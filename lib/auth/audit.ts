import type { Store } from '../store';
import type { AuditEntry, AuditStore } from './account-store';
import { type Actor, nameOf } from './actor';
import { addressOf } from './address';
import type { AuditAction, auditObjects } from './audit-actions';

/** What an entry is about. `id` is a number or an id of ours, never a name or an address. */
export interface AuditObject {
  kind: (typeof auditObjects)[number];
  id?: string | number;
}

type Details = AuditEntry['details'];

/**
 * Writes down what somebody did that leaves nothing else in the database, or not by our store.
 * @param who null for a stranger
 * @param headers of the request, for where it came from
 * @param details without personal data of customers
 */
export async function audit(
  store: AuditStore,
  who: Actor | null,
  headers: Headers,
  action: AuditAction,
  object?: AuditObject,
  details: Details = {},
): Promise<void> {
  await store.writeAudit({ ...entryOf(who, headers), action, ...objectOf(object), details });
}

/**
 * The store by which somebody does something: what they do first leaves the entry, both or neither.
 * @param object of an import that is made without a number
 */
export const noted = (
  store: Noting,
  who: Actor | null,
  headers: Headers,
  action: AuditAction,
  object?: AuditObject,
  details: Details = {},
): Store => store.noting({ ...entryOf(who, headers), action, ...objectOf(object), details });

type Noting = Pick<Store, 'noting'>;

/** Who did it and from where, as an entry has it. */
export const entryOf = (who: Actor | null, headers: Headers) => ({
  actorKind: who?.kind ?? ('nobody' as const),
  actorId: who?.id ?? null,
  actorName: who ? nameOf(who) : 'Nobody',
  address: addressOf(headers) || null,
});

/** Writes down what somebody did from the shell of the server. */
export const auditShell = (store: AuditStore, action: AuditAction) =>
  store.writeAudit({ ...byShell, action, ...objectOf(), details: {} });

/** `noted` for what is done from the shell. */
export const notedShell = (store: Noting, action: AuditAction, object: AuditObject, details: Details = {}): Store =>
  store.noting({ ...byShell, action, ...objectOf(object), details });

const byShell = { actorKind: 'shell', actorId: null, actorName: 'The shell', address: null } as const;

const objectOf = (object?: AuditObject) => ({
  objectKind: object?.kind ?? null,
  objectId: object?.id === undefined ? null : String(object.id),
});
