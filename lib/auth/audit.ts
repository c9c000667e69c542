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
 * Writes down what somebody did.
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

/** Who did it and from where, as an entry has it. */
export const entryOf = (who: Actor | null, headers: Headers) => ({
  actorKind: who?.kind ?? ('nobody' as const),
  actorId: who?.id ?? null,
  actorName: who ? nameOf(who) : 'Nobody',
  address: addressOf(headers) || null,
});

/** Writes down what somebody did from the shell of the server. */
export const auditShell = (store: AuditStore, action: AuditAction, object?: AuditObject, details: Details = {}) =>
  store.writeAudit({
    actorKind: 'shell',
    actorId: null,
    actorName: 'The shell',
    action,
    ...objectOf(object),
    details,
    address: null,
  });

const objectOf = (object?: AuditObject) => ({
  objectKind: object?.kind ?? null,
  objectId: object?.id === undefined ? null : String(object.id),
});
