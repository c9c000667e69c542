import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { sqliteTables } from '../../db/tables';
import { onDatabase } from './database';

/** What may differ between two runs that end the same: numbers given out, and times. */
const ofTheRun = new Set(['id', 'uuid', 'created_at', 'updated_at', 'operation_id', 'customer_id']);

/** Asks a database; parameters are `$1`, `$2`, … */
type Ask = (query: string, ...given: unknown[]) => Promise<unknown[][]>;

/** What an import left behind in a SQLite database, and that the database is whole. */
export async function readSqliteEnd(dataDir: string, importId: number) {
  const ask: Ask = async (query, ...given) =>
    onDatabase(dataDir, (database) => database.prepare(query.replaceAll(/\$\d/g, '?')).raw().all(given) as unknown[][]);
  const integrity = onDatabase(dataDir, (database) => database.pragma('integrity_check', { simple: true }));
  return { integrity, state: await readEndState(ask, importId) };
}

/** What an import left behind in a PostgreSQL database. */
export async function readPostgresEnd(url: string, importId: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await readEndState(async (text, ...values) => {
      const { rows } = await client.query<unknown[]>({ text, values, rowMode: 'array' });
      // Whole numbers come as text, for they could be greater than 2^53; here they are not.
      const { fields } = await client.query({ text: `select * from (${text}) t limit 0`, values });
      const numbers = fields.map(({ dataTypeID }) => dataTypeID === pg.types.builtins.INT8);
      return rows.map((row) => row.map((value, at) => (numbers[at] && value !== null ? Number(value) : value)));
    }, importId);
  } finally {
    await client.end();
  }
}

/** Everything an import left behind, without what differs from run to run; the same on every engine. */
async function readEndState(ask: Ask, importId: number) {
  const operations = (await ask('select id from operations where import_id = $1', importId)).flat();
  if (operations.length !== 1) throw new Error(`Not one operation of import ${importId}.`);
  const rows = async (query: string, ...given: unknown[]) => sorted(await ask(query, ...given));
  const { customers, customerAddresses } = sqliteTables;
  return {
    state: await rows('select state, rows, revision, error from imports where id = $1', importId),
    customers: await rows(`select ${columns(customers, 'c')} from customers c`),
    addresses: await rows(`select c.email, c.source_system_id, ${columns(customerAddresses, 'a')}
      from customer_addresses a join customers c on c.id = a.customer_id`),
    rows: await rows('select row, position, cells, faults from import_rows where import_id = $1', importId),
    plans: await rows(
      'select row, state, disposition, plan, patch, keys, changed, message from import_plans where import_id = $1',
      importId,
    ),
    keys: await rows('select key, row, repeated, owner from import_keys where import_id = $1', importId),
    issues: await rows('select row, seq, field, code from import_issues where import_id = $1', importId),
    outcomes: await rows(
      `select row, outcome, reason, case when customer_id is null then 0 else 1 end
        from import_outcomes where operation_id = $1`,
      operations[0],
    ),
    ledger: await rows(
      'select row, patch, case when before is null then 0 else 1 end from customer_changes where operation_id = $1',
      operations[0],
    ),
    unknown: await rows('select count(*) from customer_changes where customer_id not in (select id from customers)'),
    ahead: await rows(
      `select count(*) from customers where id >= (select next from sequences where name = 'customer_id')`,
    ),
  };
}

const sorted = (rows: unknown[][]): unknown[][] => {
  const keyed = rows.map((row) => [JSON.stringify(row), row] as const);
  return keyed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
};

const columns = (table: SQLiteTable, alias: string): string =>
  Object.values(getTableColumns(table))
    .filter(({ name }) => !ofTheRun.has(name))
    .map(({ name }) => `${alias}.${name}`)
    .join(', ');
