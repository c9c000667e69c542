/**
 * The yardstick: the sqlite3 program loads the same file into customers and addresses with the same indexes and upserts
 * them, with no check, plan, ledger or outcome at all. Only ratios taken in one run on one machine mean something.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { columns } from './make-customers.mjs';

const own = [
  ...['debtor_id', 'first_name', 'last_name', 'company', 'email', 'phone', 'mobile', 'date_of_birth', 'gender'],
  ...['language', 'source_system', 'source_system_id'],
];
const address = ['street', 'number', 'postal_code', 'city', 'country'];
const texts = (names) => names.map((name) => `${name} TEXT`).join(', ');
const upsert = (table, keys, names, from) =>
  `INSERT INTO ${table}(${[...keys, ...names]}) SELECT ${[...from, ...names]} FROM staging WHERE true
   ON CONFLICT(${keys}) DO UPDATE SET ${names.map((name) => `${name}=excluded.${name}`)};`;

const script = (file) => `
PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
CREATE TABLE customers(id INTEGER PRIMARY KEY, ${texts(own)});
CREATE UNIQUE INDEX customers_source ON customers(source_system, source_system_id);
CREATE INDEX customers_email ON customers(email);
CREATE TABLE addresses(customer_id INTEGER, type TEXT, ${texts(address)}, PRIMARY KEY(customer_id, type)) WITHOUT ROWID;
.import --csv '${file.replaceAll("'", "''")}' staging
BEGIN;
${upsert('customers', ['id'], own, ['id'])}
${upsert('addresses', ['customer_id', 'type'], address, ['id', "'invoice'"])}
COMMIT;
SELECT count(*) FROM customers;
`;

/** Loads the file once. @returns {{ rows: number, milliseconds: number }} */
const load = (file) => {
  const folder = mkdtempSync(join(tmpdir(), 'import-desk-reference-'));
  try {
    const started = performance.now();
    const input = script(resolve(file));
    const output = execFileSync('sqlite3', ['-bail', join(folder, 'reference.db')], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: 300_000,
    });
    return { rows: Number(output.trim().split('\n').pop()), milliseconds: performance.now() - started };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Some loads. Throws where the sqlite3 program is missing or the file has other columns.
 * @param {string} file of the shape that make-customers.mjs makes
 * @returns {{ rows: number, milliseconds: number }[]}
 */
export const loadReference = (file, times) => {
  const [header] = readFileSync(file, 'utf8').split('\n', 1);
  if (header !== columns.join(',')) throw new Error('the file has other columns than a made one.');
  return Array.from({ length: times }, () => load(file));
};

/** @param {{ milliseconds: number }[]} loads */
export const median = (loads) => loads.toSorted((a, b) => a.milliseconds - b.milliseconds)[loads.length >> 1];
