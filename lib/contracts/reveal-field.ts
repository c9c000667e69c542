import type { AuditEntry } from '../auth/account-store';
import { findField } from '../customer/fields';
import type { Store } from '../store';

/** Who asks, as the audit log names them. */
export type Asking = Pick<AuditEntry, 'actorKind' | 'actorId' | 'actorName' | 'address'>;

/**
 * A sensitive value of a customer in clear. That it was looked at is written down before it is given.
 * @returns null where there is no such customer, or the field is not sensitive or blank
 */
export async function revealField(
  store: Pick<Store, 'readCustomer' | 'vault' | 'writeAudit'>,
  customerId: number,
  field: string,
  by: Asking,
): Promise<{ field: string; value: string } | null> {
  const customer = await store.readCustomer(customerId);
  const sealed = customer?.values[field];
  if (!customer || findField(field)?.kind !== 'sensitive' || typeof sealed !== 'string') return null;
  const value = store.vault.open(sealed);
  if (value === null) throw new Error(`The ${field} of customer ${customer.id} was sealed with another secret key.`);
  const what = { action: 'value_revealed', objectKind: 'customer', objectId: String(customer.id), details: { field } };
  await store.writeAudit({ ...by, ...what });
  return { field, value };
}
