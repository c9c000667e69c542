import type Database from 'better-sqlite3';
import { onDatabase } from './database';

/** What may differ between two runs that end the same: numbers given out, and times. */
const ofTheRun = new Set(['id', 'uuid', 'created_at', 'updated_at', 'operation_id', 'customer_id']);

/** Everything an import left behind, without what differs from run to run. */
export function readEndState(dataDir: string, importId: number): Record<string, unknown> {
  return onDatabase(dataDir, (database) => {
    const all = (query: string, ...given: unknown[]) => database.prepare(query).raw().all(given);
    const operation = database.prepare('select id from operations where import_id = ?').pluck().all(importId);
    if (operation.length !== 1) throw new Error(`${operation.length} operations of import ${importId}.`);
    return {
      integrity: database.pragma('integrity_check'),
      state: all('select state, rows, revision, error from imports where id = ?', importId),
      customers: all(`select ${columns(database, 'customers', 'c')} from customers c order by email, source_system_id`),
      addresses: all(`select c.email, ${columns(database, 'customer_addresses', 'a')} from customer_addresses a
        join customers c on c.id = a.customer_id order by c.email, c.source_system_id, a.address_number`),
      rows: all('select row, position, cells, faults from import_rows where import_id = ? order by row', importId),
      plans: all(
        `select row, state, disposition, plan, patch, keys, changed, message
          from import_plans where import_id = ? order by row`,
        importId,
      ),
      keys: all('select key, row, repeated, owner from import_keys where import_id = ? order by key, row', importId),
      issues: all('select row, seq, field, code from import_issues where import_id = ? order by row, seq', importId),
      outcomes: all(
        'select row, outcome, reason, customer_id is null from import_outcomes where operation_id = ? order by row',
        operation[0],
      ),
      ledger: all(
        'select row, patch, before is null from customer_changes where operation_id = ? order by row',
        operation[0],
      ),
      unknown: all('select count(*) from customer_changes where customer_id not in (select id from customers)'),
      ahead: all(`select count(*) from customers where id >= (select next from sequences where name = 'customer_id')`),
    };
  });
}

const columns = (database: Database.Database, table: string, alias: string): string =>
  (database.pragma(`table_info(${table})`) as { name: string }[])
    .filter(({ name }) => !ofTheRun.has(name))
    .map(({ name }) => `${alias}.${name}`)
    .join(', ');
