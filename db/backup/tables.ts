/** Tables whose rows nobody would miss: what migrations and the first start put there, signs of life, counts of requests. */
const ofNoAccount = new Set(['sequences', 'workers', 'rate_limits', 'settings', '__drizzle_migrations']);

export const isOfNoAccount = (table: string): boolean => ofNoAccount.has(table);
