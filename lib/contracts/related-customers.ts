import { keysOf } from '../customer/key';
import type { Store } from '../store';
import type { CustomerView } from './customer-api';
import { viewCustomer } from './view-customer';

type RelatedStore = Pick<Store, 'findCustomers' | 'readCustomer' | 'vault'>;

/**
 * The customers that one names: its parent, and who pays. Null where there is none of that id.
 * Who pays was kept as it was sent: as an id, a uuid, or a source id of the system that the customer itself comes from.
 */
export async function relatedCustomers(
  store: RelatedStore,
  { parent, billToCustomerId, sourceSystem }: CustomerView,
): Promise<{ parent: CustomerView | null; billTo: CustomerView | null }> {
  const [own, billTo] = await Promise.all([
    parent === null ? null : viewCustomer(store, parent),
    billToCustomerId === null ? null : named(store, billToCustomerId, sourceSystem),
  ]);
  return { parent: own, billTo };
}

async function named(store: RelatedStore, text: string, sourceSystem: string | null): Promise<CustomerView | null> {
  const byId = await viewCustomer(store, text.toLowerCase());
  if (byId || sourceSystem === null) return byId;
  const found = await store.findCustomers([
    { kind: 'source', keys: keysOf({ sourceSystem, sourceSystemId: text }, 'source').map(withoutKind) },
  ]);
  return found.length === 1 ? viewCustomer(store, found[0]!.id) : null;
}

const withoutKind = (key: string): string => key.slice(key.indexOf(':') + 1);
