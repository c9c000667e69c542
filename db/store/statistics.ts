/**
 * What PostgreSQL knows of the tables that a phase of an import has filled. It counts them by itself, but up to a minute
 * later. Until then it expects hardly a row of a new import, and compares all with all where it should have joined: of
 * 100,000 rows, minutes instead of milliseconds.
 */
import { sql } from 'drizzle-orm';
import type { Engine } from '../engine';

/** The columns by which rows are found; counting all columns would take three times as long. */
const filled = {
  read: ['import_rows (import_id, row, position)'],
  check: ['import_plans (import_id, row, state, disposition)', 'import_keys (import_id, key, row)'],
  commit: [
    'customers (id, email_key, debtor_id, source_system, source_system_id, updated_at)',
    'customer_addresses (customer_id, address_number)',
    'customer_attributes (customer_id, class, name)',
  ],
};

/** Rows of an import for which it is worth the tenth of a second that each table takes. */
const large = 5000;

/** To be called when a phase of an import has ended. */
export async function countFilled(engine: Engine, importId: number, phase: keyof typeof filled): Promise<void> {
  const [last] = await engine.rows(
    sql`select 1 from import_rows where import_id = ${importId} and position = ${large - 1}`,
  );
  if (last) await engine.analyse(filled[phase]);
}
