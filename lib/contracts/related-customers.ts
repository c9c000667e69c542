import { keysOf } from '../customer/key';
import type { Store } from '../store';
import type { CustomerView } from './customer-api';
import { viewCustomer } from './view-customer';

type RelatedStore = Pick<Store, 'findCustomers' | 'findBySourceId' | 'readCustomer' | 'vault'>;

/**
 * The customers that one names: its parent, and who pays. Null where there is none of that id.
 * Who pays was kept as it was sent: as an id, a uuid, or a source id.
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

/** A source id of the own system comes before that of another one, which must be the only customer of that source id. */
async function named(store: RelatedStore, text: string, sourceSystem: string | null): Promise<CustomerView | null> {
  const byId = await viewCustomer(store, text);
  if (byId) return byId;
  const keys = keysOf({ sourceSystem, sourceSystemId: text }, 'source').map(withoutKind);
  const own = await store.findCustomers([{ kind: 'source', keys }]);
  const found = own.length > 0 ? own.map(({ id }) => id) : await store.findBySourceId(text);
  return found.length === 1 ? viewCustomer(store, found[0]!) : null;
}

const withoutKind = (key: string): string => key.slice(key.indexOf(':') + 1);
