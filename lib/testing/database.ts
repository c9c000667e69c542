/** The database itself, for what no method of the store tells: the ledger, and customers of any shape. */
import Database from 'better-sqlite3';
import { databaseFile } from '../../db/open-store';
import { derive } from '../customer/derive';
import { addressColumns, customerFields, type Value } from '../customer/fields';
import type { LiveCustomer } from '../customer-records';

export function onDatabase<T>(dataDir: string, work: (database: Database.Database) => T): T {
  const database = new Database(databaseFile(dataDir), { timeout: 10_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** What was written down before an operation changed a customer; `before` is null for a creation. */
export interface LedgerEntry {
  row: number;
  customerId: number;
  before: Pick<LiveCustomer, 'version' | 'values' | 'addresses'> | null;
}

export function readLedger(dataDir: string, operation: number): LedgerEntry[] {
  const rows = onDatabase(dataDir, (database) =>
    database
      .prepare('select row, customer_id, before from customer_changes where operation_id = ? order by row')
      .raw()
      .all(operation),
  ) as [number, number, string | null][];
  return rows.map(([row, customerId, before]) => ({ row, customerId, before: before && JSON.parse(before) }));
}

/** Makes these the only customers there are. */
export function seedCustomers(dataDir: string, customers: LiveCustomer[]): void {
  const own = customerFields.filter((field) => field.name !== 'id');
  onDatabase(dataDir, (database) => {
    const insert = (table: string, row: Record<string, Value>) => {
      const marks = Object.keys(row).map((column) => `@${column}`);
      database.prepare(`insert into ${table} (${Object.keys(row)}) values (${marks})`).run(row);
    };
    database.transaction(() => {
      database.exec('delete from customers; delete from customer_addresses; delete from customer_attributes');
      for (const { id, uuid, version, values, addresses } of customers) {
        const { emailKey, nameKey, companyKey, search } = derive(values, addresses);
        const keys = { email_key: emailKey, name_key: nameKey, company_key: companyKey, search };
        const stored = Object.fromEntries(own.map((field) => [field.column, values[field.name] ?? null]));
        const times = { created_at: 1, updated_at: 1, operation_id: 0, operation_row: 0 };
        insert('customers', { id, uuid, version, ...times, ...keys, ...stored });
        for (const { number, type, isDefault, values: texts } of addresses) {
          const columns = Object.fromEntries(addressColumns.map((field) => [field.column, texts[field.name] ?? null]));
          insert('customer_addresses', {
            customer_id: id,
            address_number: number,
            type,
            is_default: isDefault ? 1 : 0,
            ...columns,
          });
        }
      }
    })();
  });
}
