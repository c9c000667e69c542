import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Tables } from './tables';

/**
 * The tables of better-auth behind its own port.
 * @param database as Drizzle has it; it must tell how many rows a write changed
 */
export function signInTables(database: object, provider: 'sqlite' | 'pg', tables: Tables) {
  const { accounts, people, sessions, twoFactors, verifications } = tables;
  const schema = { accounts, people, sessions, twoFactors, verifications };
  // A transaction is a list of statements here, which better-auth does not have.
  return drizzleAdapter(database, { provider, schema, transaction: false });
}
