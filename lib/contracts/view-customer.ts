import { type Actor, may } from '../auth/actor';
import type { Change, CustomerQuery, CustomerRecord } from '../customer-records';
import type { ErasureStore } from '../erase/erasure-store';
import { ageing, perStore } from '../shared-look';
import type { CustomerStore, Store } from '../store';
import type { Vault } from '../vault';
import type { ChangeView, CustomerView, ErasureView } from './customer-api';
import { givenFields, givenParts } from './customer-fields';
import { showPatch, showValues } from './masked';
import { addressPhoneForms, ownPhoneForms } from './phone-forms';

/** One customer by number or uuid; null when there is none. */
export async function viewCustomer(
  store: Pick<Store, 'readCustomer' | 'vault'>,
  id: string | number,
): Promise<CustomerView | null> {
  const wanted = typeof id === 'string' && /^\d{1,16}$/.test(id) ? Number(id) : id;
  if (typeof wanted === 'string' && !isText(wanted)) return null;
  const record = await store.readCustomer(typeof wanted === 'string' ? wanted.toLowerCase() : wanted);
  return record && view(record, store.vault);
}

/** The erasure of a customer that is gone; null where there is none. */
export async function viewErasure(
  store: Pick<ErasureStore, 'findErasure'>,
  customerId: number,
): Promise<ErasureView | null> {
  const found = await store.findErasure(customerId);
  const iso = (time: number) => new Date(time).toISOString();
  return (
    found && {
      customerId,
      askedAt: iso(found.askedAt),
      finishedAt: found.finishedAt === null ? null : iso(found.finishedAt),
    }
  );
}

/** What changed a customer, newest first. */
export async function viewChanges(store: Pick<Store, 'readChanges' | 'vault'>, id: number): Promise<ChangeView[]> {
  const changes = await store.readChanges(id, mostChanges);
  return changes.map((change: Change) => ({
    ...change,
    patch: showPatch(store.vault, change.patch),
    at: new Date(change.at).toISOString(),
  }));
}

const mostChanges = 200;

/** Every page shows the number, and a million customers take a while to count. */
const counts = perStore((store: Pick<CustomerStore, 'countCustomers'>) => ageing(() => store.countCustomers(), 20));

/** How many customers there are; as old as twenty times what counting takes at most. */
export const countCustomers = (store: Pick<CustomerStore, 'countCustomers'>): Promise<number> => counts(store)();

/**
 * Customers, a page of them.
 * @param who only those who may see sensitive values find customers by them: others could guess until they hit
 */
export async function listCustomers(
  store: Pick<Store, 'listCustomers' | 'vault'>,
  query: { q?: string; sort?: CustomerQuery['sort']; order?: 'asc' | 'desc'; cursor?: string; limit?: number },
  who: Actor,
): Promise<{ customers: CustomerView[]; nextCursor: string | null }> {
  const sort = query.sort ?? 'lastChange';
  const limit = query.limit ?? 25;
  const descending = (query.order ?? (sort === 'lastChange' ? 'desc' : 'asc')) === 'desc';
  const found = await store.listCustomers({
    q: query.q,
    sealed: query.q && mayBeNumber(query.q) && may(who, 'sensitive:read') ? store.vault.startOf(query.q) : undefined,
    sort,
    descending,
    after: readCursor(query.cursor, sort),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    customers: shown.map((record) => view(record, store.vault)),
    nextCursor: found.length > limit && last ? writeCursor(last, sort) : null,
  };
}

/** Whether it is worth looking for a text among the sensitive values, which are found as a whole only. */
const mayBeNumber = (text: string): boolean => /\p{N}/u.test(text) && text.trim().length >= shortestNumber;
const shortestNumber = 5;

const view = (record: CustomerRecord, vault: Vault): CustomerView => ({
  id: record.id,
  uuid: record.uuid,
  version: record.version,
  ...givenFields(showValues(vault, record.values)),
  ...ownPhoneForms(record),
  addresses: record.addresses.map((address) => ({
    ...{ id: address.number, type: address.type, isDefault: address.isDefault },
    ...givenParts(address.values),
    ...addressPhoneForms(address, record),
  })),
  attributes: record.attributes,
  createdAt: new Date(record.createdAt).toISOString(),
  updatedAt: new Date(record.updatedAt).toISOString(),
  lastChange: record.lastChange,
});

const writeCursor = (last: CustomerRecord, sort: CustomerQuery['sort']): string =>
  Buffer.from(JSON.stringify([last.sortKeys[sort], last.id])).toString('base64url');

const numbers = new Set<CustomerQuery['sort']>(['lastChange', 'debtorId']);
const mayBeBlank = new Set<CustomerQuery['sort']>(['debtorId', 'company', 'email']);

/** No stored text holds a NUL character, and PostgreSQL takes none. */
const isText = (key: unknown): boolean => typeof key === 'string' && !key.includes('\0');

/** Whether a cursor is one that a list in this order gave. */
export const isCursor = (cursor: string, sort: CustomerQuery['sort']): boolean =>
  readCursor(cursor, sort) !== undefined;

/** A cursor that is none of ours starts from the beginning. */
function readCursor(cursor: string | undefined, sort: CustomerQuery['sort']): CustomerQuery['after'] {
  if (!cursor) return undefined;
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = key === null ? mayBeBlank.has(sort) : numbers.has(sort) ? Number.isSafeInteger(key) : isText(key);
    return fits && Number.isSafeInteger(id) ? { key, id } : undefined;
  } catch {
    return undefined;
  }
}
