import type { z } from 'zod';
import type { customersQuery } from '@/lib/contracts/customer-api';

type Query = z.infer<typeof customersQuery>;
export type Sort = Query['sort'];

export const sortWords: Record<Sort, string> = {
  lastChange: 'last change',
  debtorId: 'debtor ID',
  name: 'name',
  company: 'company',
  email: 'email',
};

/** The order in use: the newest change first, everything else from the smallest. */
export const orderOf = ({ sort, order }: Pick<Query, 'sort' | 'order'>): 'asc' | 'desc' =>
  order ?? (sort === 'lastChange' ? 'desc' : 'asc');

/** The address of the list with another sort or another part; a new sort starts at the first part. */
export function hrefOf(query: Query, change: { cursor?: string; sort?: Sort; order?: 'asc' | 'desc' } = {}): string {
  const { q, sort, order } = { ...query, ...change };
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (sort !== 'lastChange') params.set('sort', sort);
  if (order) params.set('order', order);
  if (change.cursor) params.set('cursor', change.cursor);
  return params.size > 0 ? `/customers?${params}` : '/customers';
}
