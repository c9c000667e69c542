import type { CustomerRecord, LiveCustomer } from '../customer-records';
import type { Store } from '../store';

/** Every customer there is, by id. */
export async function allCustomers(store: Store): Promise<CustomerRecord[]> {
  const found: CustomerRecord[] = [];
  for (;;) {
    const last = found.at(-1);
    const after = last && { key: last.sortKeys.name, id: last.id };
    const page = await store.listCustomers({ sort: 'name', descending: false, after, limit: 500 });
    if (page.length === 0) return found.sort((one, other) => one.id - other.id);
    found.push(...page);
  }
}

export async function customerByEmail(store: Store, email: string): Promise<LiveCustomer> {
  const found = await store.findCustomers([{ kind: 'email', keys: [email.toLowerCase()] }]);
  if (found.length !== 1) throw new Error(`${found.length} customers have ${email}.`);
  return found[0]!;
}

const filled = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** A customer without blanks, so that absent and null compare equal. */
export const contentOf = ({ values, addresses }: Pick<LiveCustomer, 'values' | 'addresses'>) => ({
  values: filled(values),
  addresses: addresses
    .map((address) => ({ ...address, values: filled(address.values) }))
    .sort((one, other) => one.number - other.number),
});
