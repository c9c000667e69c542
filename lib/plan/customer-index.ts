import type { Value } from '../customer/fields';
import { keysOf } from '../customer/key';
import type { KeyLookup, LiveCustomer } from '../customer-records';
import type { Mapping, MatchKey } from '../mapping';
import type { CustomerStore } from '../store';
import { parentKey } from './parent-key';

/** The customers that a chunk of rows can meet, by canonical key. */
export interface CustomerIndex {
  /** Customers with that key, like `id:42`. */
  find(key: string): LiveCustomer[];
  emailOfAnother(email: Value, id: number | undefined): boolean;
  /** Nobody has any of the keys. */
  empty: boolean;
}

const kinds: MatchKey[] = ['id', 'source', 'debtorId', 'email'];

/** Reads, in one question, every customer that has one of the rows' keys, ids, sources or emails. */
export async function readCustomerIndex(
  store: Pick<CustomerStore, 'findCustomers' | 'hasCustomers'>,
  mapping: Mapping,
  rows: { values: Record<string, Value>; keys: string[] }[],
): Promise<CustomerIndex> {
  const customers = (await store.hasCustomers()) ? await store.findCustomers(lookupsOf(mapping, rows)) : [];
  const byKey = new Map<string, LiveCustomer[]>();
  for (const customer of customers) {
    const values = { ...customer.values, id: customer.id };
    for (const kind of kinds) {
      const key = keysOf(values, kind)[0];
      if (!key) continue;
      const list = byKey.get(key);
      if (list) list.push(customer);
      else byKey.set(key, [customer]);
    }
  }
  const find = (key: string) => byKey.get(key) ?? [];
  return {
    find,
    empty: customers.length === 0,
    emailOfAnother: (email, id) => find(keysOf({ email }, 'email')[0] ?? '').some((customer) => customer.id !== id),
  };
}

function lookupsOf(mapping: Mapping, rows: { values: Record<string, Value>; keys: string[] }[]): KeyLookup[] {
  const wanted = new Map<MatchKey, Set<string>>(kinds.map((kind) => [kind, new Set()]));
  const add = (key: string | undefined) => {
    if (!key) return;
    const colon = key.indexOf(':');
    wanted.get(key.slice(0, colon) as MatchKey)!.add(key.slice(colon + 1));
  };
  for (const row of rows) {
    row.keys.forEach(add);
    add(parentKey(row.values.parent) ?? undefined);
    if (mapping.matchKey !== 'email' && row.values.email) add(keysOf({ email: row.values.email }, 'email')[0]);
  }
  return kinds.map((kind) => ({ kind, keys: [...wanted.get(kind)!] }));
}
