import type { Store } from '../store';
import { type Identity, identityOf } from './identity';

/** Tries again this often when somebody changed the customer in between. */
const tries = 8;

/**
 * Removes a customer for good: the customer, its addresses and its history at once, and by a job all rows of imports that are
 * about it, with the files that they came from.
 * @param erased is told by what the customer was known
 * @returns false when there is none
 */
export async function eraseCustomer(
  store: Store,
  id: number,
  erased: (identity: Identity) => void = () => undefined,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const customer = await store.readCustomer(id);
    if (!customer) return false;
    const identity = identityOf(customer, [customer.values, ...(await store.readPast(id))]);
    if (await store.startErasure(customer, identity)) {
      erased(identity);
      return true;
    }
  }
  throw new Error('The customer was changed by others too often to be erased.');
}
