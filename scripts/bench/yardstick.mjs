/**
 * The yardstick: a program of the database loads the same file into customers and addresses with the same indexes and upserts
 * them, with no check, plan, ledger or outcome at all. Only ratios taken in one run on one machine mean something.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { columns } from './make-customers.mjs';

export const own = [
  ...['debtor_id', 'first_name', 'last_name', 'company', 'email', 'phone', 'mobile', 'date_of_birth', 'gender'],
  ...['language', 'source_system', 'source_system_id'],
];
export const address = ['street', 'number', 'postal_code', 'city', 'country'];

/** Columns of a table. @param {string[]} names */
export const texts = (names) => names.map((name) => `${name} TEXT`).join(', ');

const upsert = (table, keys, names, from) =>
  `INSERT INTO ${table}(${[...keys, ...names]}) SELECT ${[...from, ...names]} FROM staging WHERE true
   ON CONFLICT(${keys}) DO UPDATE SET ${names.map((name) => `${name}=excluded.${name}`)};`;

/** From the table `staging` into `customers` and `addresses`, in one transaction. @param {string} id as a number */
export const upserts = (id) => `BEGIN;
${upsert('customers', ['id'], own, [id])}
${upsert('addresses', ['customer_id', 'type'], address, [id, "'invoice'"])}
COMMIT;`;

/**
 * Some loads, one after the other. Throws where the program is missing or the file has other columns than a made one.
 * @param {import('./engine.mjs').BenchEngine} engine
 * @returns {Promise<{ rows: number, milliseconds: number }[]>}
 */
export const loadYardstick = async (engine, file, times) => {
  for await (const header of createInterface({ input: createReadStream(file) })) {
    if (header !== columns.join(',')) throw new Error('the file has other columns than a made one.');
    break;
  }
  const loads = [];
  for (let left = times; left > 0; left -= 1) loads.push(await engine.load(file));
  return loads;
};

/** @param {{ milliseconds: number }[]} loads */
export const median = (loads) => loads.toSorted((a, b) => a.milliseconds - b.milliseconds)[loads.length >> 1];
